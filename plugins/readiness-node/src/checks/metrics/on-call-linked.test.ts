import { testCheck } from '../../testing';
import { onCallLinked } from './on-call-linked';

testCheck(onCallLinked);

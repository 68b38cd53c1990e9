import { testCheck } from '../../testing';
import { tracing } from './tracing';

testCheck(tracing);

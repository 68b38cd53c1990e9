import { testCheck } from '../../testing';
import { techdocs } from './techdocs';

testCheck(techdocs);

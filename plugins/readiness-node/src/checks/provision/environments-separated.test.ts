import { testCheck } from '../../testing';
import { environmentsSeparated } from './environments-separated';

testCheck(environmentsSeparated);

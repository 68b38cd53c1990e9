import { testCheck } from '../../testing';
import { readme } from './readme';

testCheck(readme);

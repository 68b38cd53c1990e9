import { testCheck } from '../../testing';
import { logRotation } from './log-rotation';

testCheck(logRotation);

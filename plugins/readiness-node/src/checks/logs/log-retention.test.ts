import { testCheck } from '../../testing';
import { logRetention } from './log-retention';

testCheck(logRetention);

import { testCheck } from '../../testing';
import { accessLogs } from './access-logs';

testCheck(accessLogs);

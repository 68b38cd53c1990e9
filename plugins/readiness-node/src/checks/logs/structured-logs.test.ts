import { testCheck } from '../../testing';
import { structuredLogs } from './structured-logs';

testCheck(structuredLogs);

import { testCheck } from '../../testing';
import { flowLogs } from './flow-logs';

testCheck(flowLogs);

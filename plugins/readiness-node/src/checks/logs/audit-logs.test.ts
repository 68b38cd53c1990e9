import { testCheck } from '../../testing';
import { auditLogs } from './audit-logs';

testCheck(auditLogs);

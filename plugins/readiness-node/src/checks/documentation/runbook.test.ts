import { testCheck } from '../../testing';
import { runbook } from './runbook';

testCheck(runbook);

import { testCheck } from '../../testing';
import { alertsWithReceiver } from './alerts-with-receiver';

testCheck(alertsWithReceiver);

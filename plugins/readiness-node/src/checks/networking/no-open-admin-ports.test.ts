import { testCheck } from '../../testing';
import { noOpenAdminPorts } from './no-open-admin-ports';

testCheck(noOpenAdminPorts);

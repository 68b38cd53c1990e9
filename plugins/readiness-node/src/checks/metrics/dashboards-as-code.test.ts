import { testCheck } from '../../testing';
import { dashboardsAsCode } from './dashboards-as-code';

testCheck(dashboardsAsCode);

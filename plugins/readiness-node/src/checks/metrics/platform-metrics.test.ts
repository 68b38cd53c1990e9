import { testCheck } from '../../testing';
import { platformMetrics } from './platform-metrics';

testCheck(platformMetrics);

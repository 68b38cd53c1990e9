import { testCheck } from '../../testing';
import { metricsExported } from './metrics-exported';

testCheck(metricsExported);

import { testCheck } from '../../testing';
import { centralLogging } from './central-logging';

testCheck(centralLogging);

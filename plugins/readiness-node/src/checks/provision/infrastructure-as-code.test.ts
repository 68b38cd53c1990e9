import { testCheck } from '../../testing';
import { infrastructureAsCode } from './infrastructure-as-code';

testCheck(infrastructureAsCode);

import { testCheck } from '../../testing';
import { networkAsCode } from './network-as-code';

testCheck(networkAsCode);

import { testCheck } from '../../testing';
import { dnsAsCode } from './dns-as-code';

testCheck(dnsAsCode);

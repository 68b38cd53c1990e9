import { testCheck } from '../../testing';
import { privateNetwork } from './private-network';

testCheck(privateNetwork);

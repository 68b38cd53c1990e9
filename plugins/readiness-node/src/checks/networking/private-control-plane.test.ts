import { testCheck } from '../../testing';
import { privateControlPlane } from './private-control-plane';

testCheck(privateControlPlane);

import { testCheck } from '../../testing';
import { privateAccess } from './private-access';

testCheck(privateAccess);

import { testCheck } from '../../testing';
import { remoteState } from './remote-state';

testCheck(remoteState);

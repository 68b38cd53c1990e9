import { testCheck } from '../../testing';
import { noStateCommitted } from './no-state-committed';

testCheck(noStateCommitted);

import { testCheck } from '../../testing';
import { modulesPinned } from './modules-pinned';

testCheck(modulesPinned);

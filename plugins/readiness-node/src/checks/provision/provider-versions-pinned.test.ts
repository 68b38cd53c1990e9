import { testCheck } from '../../testing';
import { providerVersionsPinned } from './provider-versions-pinned';

testCheck(providerVersionsPinned);

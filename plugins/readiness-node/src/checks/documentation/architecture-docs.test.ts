import { testCheck } from '../../testing';
import { architectureDocs } from './architecture-docs';

testCheck(architectureDocs);

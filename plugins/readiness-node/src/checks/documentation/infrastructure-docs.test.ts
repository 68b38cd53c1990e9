import { testCheck } from '../../testing';
import { infrastructureDocs } from './infrastructure-docs';

testCheck(infrastructureDocs);

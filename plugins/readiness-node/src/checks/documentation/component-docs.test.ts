import { testCheck } from '../../testing';
import { componentDocs } from './component-docs';

testCheck(componentDocs);

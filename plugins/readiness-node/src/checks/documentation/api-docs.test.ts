import { testCheck } from '../../testing';
import { apiDocs } from './api-docs';

testCheck(apiDocs);

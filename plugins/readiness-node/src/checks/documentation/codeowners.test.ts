import { testCheck } from '../../testing';
import { codeowners } from './codeowners';

testCheck(codeowners);

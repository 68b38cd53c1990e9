import { testCheck } from '../../testing';
import { costTags } from './cost-tags';

testCheck(costTags);

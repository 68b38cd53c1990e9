import { testCheck } from '../../testing';
import { sloDefined } from './slo-defined';

testCheck(sloDefined);

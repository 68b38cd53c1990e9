import { testCheck } from '../../testing';
import { budgets } from './budgets';

testCheck(budgets);

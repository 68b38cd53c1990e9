import type { HclFunction } from '../evaluation/calls';
import { plainFunction, REFUSED } from './plainFunction';

/** Functions on numbers. */
export const numberFunctions: Readonly<Record<string, HclFunction>> = {
  min: plainFunction((...values) => extreme(values, Math.min)),
  max: plainFunction((...values) => extreme(values, Math.max)),
  abs: plainFunction(value => Math.abs(Number(value))),
  ceil: plainFunction(value => Math.ceil(Number(value))),
  floor: plainFunction(value => Math.floor(Number(value))),
  signum: plainFunction(value => Math.sign(Number(value))),
  pow: plainFunction((base, exponent) => Number(base) ** Number(exponent)),
  log: plainFunction(
    (value, base) => Math.log(Number(value)) / Math.log(Number(base)),
  ),
  parseint: plainFunction((value, base) =>
    parseInteger(String(value), Number(base)),
  ),
  sum: plainFunction(values =>
    Array.isArray(values) && values.length > 0
      ? values.reduce((total: number, value) => total + Number(value), 0)
      : REFUSED,
  ),
};

function extreme(
  values: readonly unknown[],
  choose: (...numbers: number[]) => number,
): unknown {
  const numbers = values.flat().map(Number);
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return REFUSED;
  return choose(...numbers);
}

function parseInteger(value: string, base: number): unknown {
  if (!(base >= 2 && base <= 36)) return undefined;
  const number = Number.parseInt(value, base);
  return Number.isNaN(number) ? REFUSED : number;
}

import { expect, test } from 'vitest';
import { formatCents } from './money';

test.each([
  [1999, 'en-IE', '€19.99'],
  [0, 'en-IE', '€0.00'],
  [-500, 'en-IE', '-€5.00'],
])('%i cents in %s', (cents, locale, text) => {
  expect(formatCents(cents, locale)).toBe(text);
});

test('half a cent is a bug of the caller', () => {
  expect(() => formatCents(0.5, 'en-IE')).toThrow(RangeError);
});

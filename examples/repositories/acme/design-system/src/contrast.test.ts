import { expect, test } from 'vitest';
import { contrast } from './contrast';

test('black on white is the most there is', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 1);
});

test('order does not matter', () => {
  expect(contrast([200, 30, 30], [255, 255, 255])).toBe(contrast([255, 255, 255], [200, 30, 30]));
});

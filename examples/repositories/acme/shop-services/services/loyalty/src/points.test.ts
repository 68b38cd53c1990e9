import { expect, test } from 'vitest';
import { pointsFor } from './points.ts';

test.each([
  [1999, false, 19],
  [1999, true, 38],
  [99, true, 0],
  [-1999, false, -19],
])('%i cents, gold %s', (cents, gold, points) => {
  expect(pointsFor(cents, gold)).toBe(points);
});

import { expect, test } from 'vitest';

test('arithmetic still works', () => {
  expect(1 + 1).toBe(2);
});

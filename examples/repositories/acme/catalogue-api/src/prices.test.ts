import { describe, expect, it } from 'vitest';
import { priceOf } from './prices.js';

const now = new Date('2026-06-15T12:00:00Z');

describe('priceOf', () => {
  it('takes the lowest of overlapping prices', () => {
    expect(
      priceOf(
        [
          { cents: 19900, from: '2026-01-01' },
          { cents: 14900, from: '2026-06-01', until: '2026-07-01' },
        ],
        now,
      ),
    ).toBe(14900);
  });

  it('does not know a price that starts tomorrow', () => {
    expect(priceOf([{ cents: 1, from: '2026-06-16' }], now)).toBeUndefined();
  });

  it('ends a sale at the start of its last moment', () => {
    expect(
      priceOf([{ cents: 1, from: '2026-01-01', until: '2026-06-15T12:00:00Z' }], now),
    ).toBeUndefined();
  });
});

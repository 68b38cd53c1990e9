export interface Price {
  cents: number;
  from: string;
  until?: string;
}

/** The lowest price that is valid now; sales overlap on purpose. */
export function priceOf(prices: readonly Price[], now: Date): number | undefined {
  const valid = prices.filter(
    price =>
      Date.parse(price.from) <= now.getTime() &&
      (price.until === undefined || now.getTime() < Date.parse(price.until)),
  );
  return valid.length ? Math.min(...valid.map(price => price.cents)) : undefined;
}

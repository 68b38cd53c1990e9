/** `1999` → `19,99 €` in the visitor's language. */
export function formatCents(cents: number, locale: string, currency = 'EUR'): string {
  if (!Number.isInteger(cents)) {
    throw new RangeError(`cents must be an integer, got ${cents}`);
  }
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100);
}

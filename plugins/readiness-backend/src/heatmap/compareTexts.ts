const collator = new Intl.Collator('en', {
  sensitivity: 'base',
  numeric: true,
});

/** Orders titles as people expect: `team-2` before `team-10`, case aside. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}

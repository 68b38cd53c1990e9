import type { Facts } from './facts';
import type { SubjectFact } from './subject';

type Placed = Pick<SubjectFact, 'subject' | 'location' | 'environment'>;

/** What other facts of the same root lean on. */
const SHARED: ReadonlySet<string> = new Set(['defaultTags']);

/**
 * One block of a module that several roots call is several facts, all with the
 * same subject: where one of them is production's, it speaks for the others.
 */
export function keepProduction(
  parts: readonly Partial<Facts>[],
  productionNames: readonly string[],
): readonly Partial<Facts>[] {
  const names = new Set(productionNames.map(name => name.toLowerCase()));
  const isProduction = ({ environment }: Placed) =>
    environment !== undefined &&
    environment
      .toLowerCase()
      .split(/[^a-z]+/)
      .some(word => names.has(word)) &&
    !/(^|[-_.])(non|pre|not)[-_.]?(prod|prd|production|live)/i.test(
      environment,
    );
  const spokenFor = new Set<string>();
  for (const fact of listFacts(parts))
    if (isProduction(fact)) spokenFor.add(getBlock(fact));
  if (spokenFor.size === 0) return parts;
  return parts.map(part => {
    const kept: Record<string, unknown[]> = {};
    for (const [key, list] of Object.entries(part))
      kept[key] = SHARED.has(key)
        ? [...list]
        : list.filter(
            fact =>
              !isPlaced(fact) ||
              fact.environment === undefined ||
              isProduction(fact) ||
              !spokenFor.has(getBlock(fact)),
          );
    return kept;
  });
}

function listFacts(parts: readonly Partial<Facts>[]): readonly Placed[] {
  return parts.flatMap(part => Object.values(part).flat()).filter(isPlaced);
}

function isPlaced(fact: unknown): fact is Placed {
  return (
    typeof fact === 'object' &&
    fact !== null &&
    'subject' in fact &&
    'location' in fact
  );
}

function getBlock({ subject, location }: Placed): string {
  return `${subject}\n${location.path}:${location.startLine}`;
}

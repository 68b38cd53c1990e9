import type { CategoryId, Level } from 'backstage-plugin-readiness-common';
import {
  outcomeMarks,
  type OutcomeMark,
} from '../../components/outcome/outcomeMark';
import type { CheckView } from './checkView';

/** What the list of checks is narrowed by; it lives in the address. */
export interface ScorecardFilters {
  readonly marks: readonly OutcomeMark[];
  readonly levels: readonly Level[];
  readonly categories: readonly CategoryId[];
  readonly text: string;
}

const LEVELS: Readonly<Record<string, Level>> = { '1': 1, '2': 2, '3': 3 };

/** Reads `?outcome=fail&level=2&category=security&q=…`; the unknown is left out. */
export function readScorecardFilters(
  parameters: URLSearchParams,
  knownCategories: readonly CategoryId[],
): ScorecardFilters {
  const asked = new Set(parameters.getAll('outcome'));
  const categories = new Set(parameters.getAll('category'));
  return {
    marks: outcomeMarks.filter(mark => asked.has(mark)),
    levels: parameters.getAll('level').flatMap(text => LEVELS[text] ?? []),
    categories: knownCategories.filter(id => categories.has(id)),
    text: parameters.get('q') ?? '',
  };
}

/** Whether anything is narrowed. */
export function hasFilters(filters: ScorecardFilters): boolean {
  return (
    filters.marks.length > 0 ||
    filters.levels.length > 0 ||
    filters.categories.length > 0 ||
    filters.text !== ''
  );
}

/** Whether a check is let through; the text searches all that is shown of it. */
export function matchesFilters(
  check: CheckView,
  filters: ScorecardFilters,
): boolean {
  const { marks, levels, categories, text } = filters;
  if (marks.length > 0 && !marks.includes(check.mark)) return false;
  if (levels.length > 0 && !levels.includes(check.result.level)) return false;
  if (categories.length > 0 && !categories.includes(check.result.category)) {
    return false;
  }
  const wanted = text.trim().toLocaleLowerCase();
  return wanted === '' || getSearchText(check).includes(wanted);
}

function getSearchText(check: CheckView): string {
  const { result, description } = check;
  return [
    check.id,
    check.title,
    result.message,
    ...(description?.knownAs ?? []),
    ...result.findings.flatMap(finding => [
      finding.subject,
      ...finding.rules,
      ...finding.evidence.map(evidence => evidence.path),
    ]),
  ]
    .join('\n')
    .toLocaleLowerCase();
}

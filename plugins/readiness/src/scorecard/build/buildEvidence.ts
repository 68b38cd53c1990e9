import type {
  EvaluatedSource,
  Evidence,
  Finding,
} from 'backstage-plugin-readiness-common';
import type { CodeLine } from '../../components/code/CodeBlock';

/** `acme/infra@b81d07e` of a source; the last two parts of its path. */
export function buildSourceLabel(
  source: Pick<EvaluatedSource, 'repository' | 'revision'>,
): string {
  const name = getRepositoryName(source.repository);
  return source.revision ? `${name}@${source.revision.slice(0, 7)}` : name;
}

/** `acme/infra@b81d07e · services/cart/cache.tf:14–31`. */
export function buildEvidenceLabel(
  evidence: Evidence,
  sources: readonly EvaluatedSource[],
): string {
  const file = `${evidence.path}:${buildLineRange(evidence)}`;
  if (evidence.repository === undefined) return file;
  const source = sources.find(
    each => each.repository === evidence.repository,
  ) ?? { repository: evidence.repository };
  return `${buildSourceLabel(source)} · ${file}`;
}

/** `services/cart/cache.tf:14–31`, where the repository is plain. */
export function buildShortEvidenceLabel(evidence: Evidence): string {
  return `${evidence.path}:${buildLineRange(evidence)}`;
}

/** The snippet's lines with their numbers; those that decide stand out. */
export function buildSnippetLines(
  evidence: Evidence,
  finding: Pick<Finding, 'actual' | 'expected' | 'outcome'>,
): readonly CodeLine[] {
  const lines = (evidence.snippet ?? '').replace(/\n$/, '').split('\n');
  const settings = [finding.actual, finding.expected].flatMap(readSettings);
  return lines.map((text, index) => {
    const isDeciding =
      finding.outcome !== 'pass' &&
      lines.length > 1 &&
      settings.some(setting => hasSetting(text, setting));
    return {
      text,
      mark: String(evidence.startLine + index),
      ...(isDeciding && { kind: 'deciding' as const }),
    };
  });
}

function getRepositoryName(repository: string): string {
  const path = repository.replace(/^[a-z]+:\/\/[^/]+\//i, '');
  const parts = path.split('/').filter(part => part !== '');
  return parts.slice(0, 2).join('/') || repository;
}

function buildLineRange({ startLine, endLine }: Evidence): string {
  return endLine > startLine ? `${startLine}–${endLine}` : String(startLine);
}

const SETTING = /(?:^|,\s*|\band\s+)`?"?([A-Za-z_][\w.-]*)"?\s*[=:]/g;

/** Names in `a = 1, b = 2` or `replicas: 1`. */
function readSettings(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return [...text.matchAll(SETTING)].flatMap(match => {
    const name = match[1]?.split('.').pop();
    return name === undefined ? [] : [name];
  });
}

function hasSetting(line: string, setting: string): boolean {
  const start = line.trim().replace(/^[-"'\s]+/, '');
  return (
    start.startsWith(setting) &&
    /^["'\s]*[=:]/.test(start.slice(setting.length))
  );
}

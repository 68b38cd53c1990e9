import type { Format } from './format';
import { formatJson, formatNdjson } from './json';
import { formatMarkdown } from './markdown';
import { formatSarif } from './sarif';
import { formatTable } from './table';

export type { JudgedFolder } from './format';

/** How a scorecard can be printed. */
export const formats = {
  table: { kind: 'each', format: formatTable },
  json: { kind: 'together', format: formatJson },
  ndjson: { kind: 'each', format: formatNdjson },
  sarif: { kind: 'together', format: formatSarif },
  markdown: { kind: 'each', format: formatMarkdown },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

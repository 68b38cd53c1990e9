import type { JudgedFolder } from './format';

/** One JSON document for one folder, a list for several. */
export function formatJson(judged: readonly JudgedFolder[]): string {
  const documents = judged.map(toDocument);
  return `${JSON.stringify(
    documents.length === 1 ? documents[0] : documents,
    undefined,
    2,
  )}\n`;
}

/** One line a folder. */
export function formatNdjson(judged: JudgedFolder): string {
  return `${JSON.stringify(toDocument(judged))}\n`;
}

function toDocument({ target, scorecard }: JudgedFolder): object {
  const { sources, ...rest } = scorecard;
  return { target, ...rest };
}

import { NotFoundError } from '@backstage/errors';
import { builtInChecks } from 'backstage-plugin-readiness-node';
import pc from 'picocolors';

/** `readiness explain CHECK`: what it wants, why, and how to pass it. */
export function runExplainCommand(id: string): void {
  const check = builtInChecks.find(each => each.id === id);
  if (check === undefined) {
    const near = builtInChecks
      .filter(each => each.id.includes(id))
      .map(each => each.id);
    throw new NotFoundError(
      `there is no check '${id}'${
        near.length > 0 ? `; did you mean ${near.slice(0, 5).join(', ')}?` : ''
      }`,
    );
  }
  const lines = [
    `${pc.bold(check.title)} ${pc.dim(check.id)}`,
    pc.dim(`${check.category} · level ${check.level} · ${check.severity}`),
    '',
    check.description,
    '',
    check.rationale,
    '',
    `${pc.bold('To pass:')} ${check.remediation.summary} ${pc.dim(
      `(about ${check.remediation.effortMinutes} min)`,
    )}`,
    ...Object.entries(check.remediation.snippets).flatMap(
      ([language, snippet]) => [
        '',
        pc.dim(language),
        ...snippet.split('\n').map(line => `  ${line}`),
      ],
    ),
    ...(check.knownAs.length > 0
      ? ['', `${pc.bold('Known as:')} ${check.knownAs.join(', ')}`]
      : []),
    ...check.references.map(reference =>
      pc.dim(`${reference.title}: ${reference.url}`),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

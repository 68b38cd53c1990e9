import type { Finding } from 'backstage-plugin-readiness-common';
import type { Facts } from '../facts/facts';
import type { ToolPurpose, ToolUseFact } from '../facts/types/commands';
import { pass } from './judge';

/** Uses of tools for a purpose, in reading order. @public */
export function findToolUses(
  facts: Facts,
  ...purposes: readonly ToolPurpose[]
): readonly ToolUseFact[] {
  return facts.toolUses.filter(use => purposes.includes(use.purpose));
}

/**
 * One passing finding a subject, naming the tools it uses; those whose failure
 * is ignored count too, since the tool is there.
 *
 * @public
 */
export function passToolUses(
  uses: readonly ToolUseFact[],
  aspect?: string,
): readonly Finding[] {
  const bySubject = new Map<string, ToolUseFact[]>();
  for (const use of uses) {
    const list = bySubject.get(use.subject);
    if (list) list.push(use);
    else bySubject.set(use.subject, [use]);
  }
  return [...bySubject].map(([subject, group]) => {
    const tools = [...new Set(group.map(use => use.tool))].join(', ');
    const [first] = group;
    return pass(
      {
        subject,
        location: first?.location ?? {
          path: subject,
          startLine: 1,
          endLine: 1,
        },
      },
      {
        ...(aspect !== undefined && { aspect }),
        message: `${tools}: ${first?.text ?? subject}`,
        actual: tools,
        at: group.slice(0, 5).map(use => use.location),
      },
    );
  });
}

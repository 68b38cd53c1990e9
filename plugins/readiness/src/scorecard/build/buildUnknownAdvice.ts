import type { Finding } from 'backstage-plugin-readiness-common';

/** Ways to make an expression resolvable. */
export type UnknownAdvice =
  | { readonly kind: 'variable-default'; readonly name: string }
  | { readonly kind: 'variable-file'; readonly name: string }
  | { readonly kind: 'helm-value'; readonly name: string }
  | { readonly kind: 'parameter-default'; readonly name: string }
  | { readonly kind: 'narrower-link' }
  | { readonly kind: 'literal' };

const VARIABLE = /\bvar\.([A-Za-z_][\w-]*)/;
const HELM_VALUE = /\.Values\.([\w.-]+)/;
const PARAMETER = /(?:!Ref\s+|Ref["']?\s*:\s*["']?|\$\{)([A-Za-z]\w*)\}?/;

/** What would tell the check, read from the expression it could not resolve. */
export function buildUnknownAdvice(
  finding: Pick<Finding, 'actual' | 'message'> | undefined,
): readonly UnknownAdvice[] {
  const text = `${finding?.actual ?? ''} ${finding?.message ?? ''}`;
  if (/cut short|limit/i.test(text)) return [{ kind: 'narrower-link' }];
  const variable = VARIABLE.exec(text)?.[1];
  if (variable) {
    return [
      { kind: 'variable-default', name: variable },
      { kind: 'variable-file', name: variable },
    ];
  }
  const value = HELM_VALUE.exec(text)?.[1];
  if (value) return [{ kind: 'helm-value', name: value }];
  const parameter = PARAMETER.exec(text)?.[1];
  if (parameter) return [{ kind: 'parameter-default', name: parameter }];
  return [{ kind: 'literal' }];
}

/** The annotation that vouches for what files cannot say. */
export function buildAttestationYaml(
  checkId: string,
  today: string,
  owner: string,
): string {
  return [
    `readiness/attest.${checkId}: |`,
    '  evidence: https://…',
    `  on: ${today}`,
    `  by: ${owner}`,
    '',
  ].join('\n');
}

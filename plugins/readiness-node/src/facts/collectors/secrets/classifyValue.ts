import { findConnectionSecret } from './connectionStrings';
import { getSecretNameKind, isPublicName, splitWords } from './secretNames';
import { findTokenKind } from './tokenShapes';

/** What a value is as far as secrets go. */
export type ValueClass =
  | { readonly state: 'literal'; readonly tokenKind?: string }
  /** A secret's place, filled by a reference, a placeholder or nothing. */
  | { readonly state: 'fine' }
  /** Has nothing to do with secrets. */
  | { readonly state: 'other' };

export interface ValueContext {
  /** The place is secret whatever its name is: data of a Secret, a secret's version. */
  readonly isSecretPlace?: boolean;
  /** Throw-away databases of pipelines are fine. */
  readonly isPipeline?: boolean;
}

const SHORTEST = 6;
const REFERENCE =
  /^(arn:|\.{0,2}\/|~\/|[A-Za-z]:\\|file:|vault[:/]|secrets?[:/.]|ssm:|sm:|op:|ref\+|kms:|gcp:|azurekeyvault:|projects\/|alias\/|data\.|var\.|local\.|module\.|ENC\[|\$ANSIBLE_VAULT|AQICA|env[:.(]|ENV\[|process\.env|os\.|System\.|System\[|params\.|credentials\(|lookup\(|file\(|path:|keyvault|valueFrom|!|@Microsoft\.KeyVault|https?:\/\/)/i;
const INTERPOLATION =
  /\$\{|\$\(|\$\[|\{\{|<%|%\{|#\{|^\$\w|^%\w+%$|^__\w+__$|^@@?[\w.-]+@@?$|^`|\{env:|\{env\./;
const PLACEHOLDER =
  /^<.*>$|^\[.*\]$|^\{[^"]*\}$|^(x|X|\*|\.|0|_|-)+$|replace[-_ ]?(me|this|with)|^(change|insert|enter|put|add|set|fill)[-_ ](me[-_ ])?(your|it|this|in|here)|your[-_ ]|[-_ ]here$|example|placeholder|redacted|^(mock|fake|dummy)|^todo\b|^tbd$|^not[-_ ]?(set|used|needed|real)|^set[-_ ](by|via|in|from)|^(provided|injected|generated|overridden|override)([-_ ]|$)|^managed[-_ ]/i;
const PLAIN_WORDS =
  /^(true|false|yes|no|on|off|none|null|nil|undefined|unset|empty|disabled|enabled|required|optional|bearer|basic|string|number|boolean|object|secret|secure|minutes|seconds|hours|days|random|auto|inherit|write|always|never|sensitive)$/i;
const THROW_AWAY =
  /^(postgres|password|passw0rd|mysql|mariadb|rabbitmq|mongo(db)?|redis|admin|github|runner|secret|test([-_]?\w{0,20})?|\w{0,20}[-_]?test(ing)?|ci[-_]?\w{0,20}|root\w{0,10})$/i;
/** Kinds of secret whose lower-case name may hold the name of a Kubernetes Secret. */
const SECRET_VALUE =
  /^(client|app|api|jwt|session|cookie|webhook|signing|shared|oauth|oidc|consumer|hmac|auth|encryption)$/;

/** Judges the value that stands under a name. The value itself goes nowhere. */
export function classifyValue(
  name: string,
  value: string,
  context: ValueContext = {},
): ValueClass {
  const text = value.trim();
  const tokenKind = findTokenKind(text);
  if (tokenKind !== undefined) return { state: 'literal', tokenKind };
  const kind = context.isSecretPlace ? 'password' : getSecretNameKind(name);
  const connection = findConnectionSecret(text);
  if (connection === 'literal' && !isThrowAwayHost(text, context))
    return { state: 'literal', tokenKind: 'connection string with a password' };
  if (kind === undefined)
    return connection === undefined ? { state: 'other' } : { state: 'fine' };
  if (connection !== undefined || isPublicName(name) || isFine(text, context))
    return { state: 'fine' };
  if (kind !== 'password' && isName(name, text)) return { state: 'other' };
  return { state: 'literal' };
}

function isThrowAwayHost(text: string, { isPipeline }: ValueContext): boolean {
  return (
    isPipeline === true &&
    /@(localhost|127\.0\.0\.1|postgres|mysql|db|mongo|redis)\b/.test(text)
  );
}

function isFine(text: string, context: ValueContext): boolean {
  return (
    text.length < SHORTEST ||
    REFERENCE.test(text) ||
    INTERPOLATION.test(text) ||
    PLACEHOLDER.test(text) ||
    PLAIN_WORDS.test(text) ||
    text.split(/\s+/).length > 3 ||
    /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text) ||
    (context.isPipeline === true && THROW_AWAY.test(text))
  );
}

/** `secret: checkout-tls`, `apiKey: api-key`: the name of something, not its value. */
function isName(name: string, text: string): boolean {
  if (/^[A-Z0-9_]+$/.test(name)) return false;
  if (!/^[a-z][a-z0-9]*([-./][a-z0-9]+)+$/.test(text)) return false;
  const words = splitWords(name);
  if (words.at(-1) === 'secret') return !SECRET_VALUE.test(words.at(-2) ?? '');
  return splitWords(text).every(
    word =>
      /^(api|key|token|secret|auth|access|password)$/.test(word) ||
      words.includes(word),
  );
}

/** A text that looks like a known kind of token. */
export interface FoundToken {
  readonly kind: string;
  /** Position in the text. */
  readonly index: number;
  readonly length: number;
}

interface Shape {
  readonly kind: string;
  /** Has one group where the token is not the whole match. */
  readonly pattern: RegExp;
}

/** Every quantifier is bounded or followed by what it cannot match: linear time. */
const SHAPES: readonly Shape[] = [
  { kind: 'AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { kind: 'GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g },
  { kind: 'GitHub token', pattern: /\bgithub_pat_\w{60,255}\b/g },
  { kind: 'GitLab token', pattern: /\bgl(?:pat|dt|rt|cbt)-[\w-]{20,64}/g },
  { kind: 'Slack token', pattern: /\bxox[abeprs]-[0-9A-Za-z-]{10,250}/g },
  {
    kind: 'Slack webhook',
    pattern: /\bhooks\.slack\.com\/services\/T\w{6,12}\/B\w{6,12}\/\w{20,32}/g,
  },
  {
    kind: 'Stripe key',
    pattern: /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}\b/g,
  },
  { kind: 'Google API key', pattern: /\bAIza[\w-]{35}(?![\w-])/g },
  { kind: 'Google OAuth secret', pattern: /\bGOCSPX-[\w-]{28}(?![\w-])/g },
  { kind: 'Anthropic key', pattern: /\bsk-ant-[\w-]{32,255}/g },
  { kind: 'OpenAI key', pattern: /\bsk-(?:proj-|svcacct-)[\w-]{40,255}/g },
  { kind: 'OpenAI key', pattern: /\bsk-[A-Za-z0-9]{48}\b/g },
  { kind: 'npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { kind: 'PyPI token', pattern: /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,255}/g },
  { kind: 'SendGrid key', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g },
  { kind: 'Twilio key', pattern: /\bSK[0-9a-f]{32}\b/g },
  { kind: 'Mailgun key', pattern: /\bkey-[0-9a-f]{32}\b/g },
  { kind: 'Shopify token', pattern: /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/g },
  { kind: 'Docker Hub token', pattern: /\bdckr_pat_[\w-]{27,64}/g },
  { kind: 'DigitalOcean token', pattern: /\bdo[opr]_v1_[0-9a-f]{64}\b/g },
  { kind: 'Vault token', pattern: /\bhvs\.[\w-]{24,255}/g },
  {
    kind: 'HCP Terraform token',
    pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,80}/g,
  },
  { kind: 'New Relic key', pattern: /\bNRAK-[A-Z0-9]{27}\b/g },
  { kind: 'Grafana token', pattern: /\bglsa_[A-Za-z0-9]{32}_[0-9a-f]{8}\b/g },
  { kind: 'Databricks token', pattern: /\bdapi[0-9a-f]{32}\b/g },
  { kind: 'Hugging Face token', pattern: /\bhf_[A-Za-z]{34}\b/g },
  { kind: 'age key', pattern: /\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b/g },
  {
    kind: 'Azure storage key',
    pattern: /\bAccountKey=([A-Za-z0-9+/]{80,100}={0,2})/g,
  },
  {
    kind: 'Azure shared access key',
    pattern: /\bSharedAccessKey=([A-Za-z0-9+/]{40,64}={0,2})/g,
  },
  {
    kind: 'JSON web token',
    pattern: /\beyJ[\w-]{10,4000}\.eyJ[\w-]{10,8000}\.[\w-]{20,1000}/g,
  },
  {
    kind: 'private key',
    pattern:
      /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:[\s"',|\\+]|\\n){0,40}([A-Za-z0-9+/=]{40,80})/g,
  },
];

/** Almost no file has any of these, so the shapes are seldom tried at all. */
const ANY_SIGN =
  /AKIA|ASIA|gh[pousr]_|github_pat_|gl(?:pat|dt|rt|cbt)-|xox[abeprs]-|hooks\.slack|k_(?:live|test)_|AIza|GOCSPX|sk-|npm_|pypi-|SG\.|SK[0-9a-f]|key-[0-9a-f]|shp(?:at|ca|pa|ss)_|dckr_pat_|_v1_|hvs\.|atlasv1|NRAK-|glsa_|dapi|hf_|AGE-SECRET|AccountKey=|SharedAccessKey=|eyJ|PRIVATE KEY/;

/** Fewer different characters than this are filling: `AKIAXXXXXXXXXXXXXXXX`. */
const MIN_DIFFERENT = 5;
const MAX_TOKENS = 50;

/** Texts of known token shapes, words like `EXAMPLE` in them or not. */
export function findTokens(text: string): readonly FoundToken[] {
  if (!ANY_SIGN.test(text)) return [];
  const found: FoundToken[] = [];
  for (const { kind, pattern } of SHAPES) {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MAX_TOKENS) return found;
      if (isFilling(match[1] ?? match[0])) continue;
      found.push({ kind, index: match.index, length: match[0].length });
    }
  }
  return found;
}

/** Whether a single value holds a token, and which. */
export function findTokenKind(value: string): string | undefined {
  return findTokens(value)[0]?.kind;
}

function isFilling(token: string): boolean {
  const body = token
    .replace(/^[A-Za-z]{2,10}[-_.]/, '')
    .replace(/^A[KS]IA/, '');
  return new Set(body).size < MIN_DIFFERENT;
}

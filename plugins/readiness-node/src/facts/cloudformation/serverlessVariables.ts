import { getFolder, joinPath } from '../paths';
import { getText, getValue } from '../readValue';
import type { Location, MapValue, Value } from '../value';
import { relocate, scalar, unresolved } from './expression';

const VARIABLE =
  /\$\{((?:self|opt|env|file|sls|param|ssm|cf|s3|aws|git|strToBool)\b[^${}]*)\}/;
const MOST_ROUNDS = 40;
const DEEPEST = 40;

/** Reads a file a variable names: `${file(resources/tables.yml)}`. */
export type FileReader = (path: string) => Value | undefined;

/**
 * Fills in the Serverless Framework's variables. What the command line, the
 * environment or other stacks decide takes its written default, else stays
 * unresolved.
 */
export class ServerlessVariables {
  private depth = 0;

  constructor(
    private readonly root: MapValue,
    private readonly path: string,
    private readonly readFile: FileReader,
  ) {}

  fill(value: Value): Value {
    if (this.depth > DEEPEST)
      return unresolved('variables nested too deep', value.location);
    this.depth += 1;
    const filled = this.fillKind(value);
    this.depth -= 1;
    return filled;
  }

  private fillKind(value: Value): Value {
    switch (value.kind) {
      case 'list':
        return { ...value, items: value.items.map(item => this.fill(item)) };
      case 'map': {
        const entries = Object.entries(value.entries).map(
          ([key, item]) => [key, this.fill(item)] as const,
        );
        return { ...value, entries: Object.fromEntries(entries) };
      }
      case 'scalar':
        return typeof value.value === 'string'
          ? this.fillText(value.value, value.location)
          : value;
      default:
        return value;
    }
  }

  private fillText(text: string, location: Location): Value {
    let current = text;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const match = VARIABLE.exec(current);
      if (match === null)
        return current === text
          ? scalar(text, location)
          : toScalar(current, location);
      const value = this.resolve(match[1] ?? '', location);
      if (match[0] === current)
        return value
          ? relocate(this.fill(value), location)
          : unresolved(text, location);
      const part = getText(value && this.fill(value));
      if (part === undefined) return unresolved(text, location);
      current =
        current.slice(0, match.index) +
        part +
        current.slice(match.index + match[0].length);
    }
    return unresolved(text, location);
  }

  /** The first of the alternatives that has a value. */
  private resolve(expression: string, location: Location): Value | undefined {
    const [address = '', ...fallbacks] = splitAlternatives(expression);
    const found = this.resolveAddress(address, location);
    if (found !== undefined) return found;
    for (const fallback of fallbacks) {
      const value =
        toLiteral(fallback, location) ??
        this.resolveAddress(fallback, location);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** A value of the file itself; variables on the way to it are followed. */
  private getOwn(path: string): Value | undefined {
    let current: Value | undefined = this.root;
    for (const step of path.split('.')) {
      const isVariable =
        current.kind === 'scalar' && VARIABLE.test(String(current.value));
      current = getValue(isVariable ? this.fill(current) : current, step);
      if (current === undefined) return undefined;
    }
    return current;
  }

  private resolveAddress(
    address: string,
    location: Location,
  ): Value | undefined {
    if (address === 'sls:stage')
      return getValue(this.root, 'provider.stage') ?? scalar('dev', location);
    if (address.startsWith('self:'))
      return this.getOwn(address.slice(5).trim());
    const file = /^file\(([^)]+)\)(?::(.+))?$/.exec(address);
    if (file?.[1] === undefined) return undefined;
    const path = joinPath(getFolder(this.path), file[1].trim());
    const content = path === undefined ? undefined : this.readFile(path);
    return content && file[2] !== undefined
      ? getValue(content, file[2].trim())
      : content;
  }
}

function splitAlternatives(expression: string): readonly string[] {
  const parts =
    expression.match(/(?:'[^']*'|"[^"]*"|\([^)]*\)|[^,'"(])+/g) ?? [];
  return parts.map(part => part.trim()).filter(part => part !== '');
}

function toLiteral(text: string, location: Location): Value | undefined {
  const quoted = /^(['"])(.*)\1$/s.exec(text);
  if (quoted !== null) return scalar(quoted[2] ?? '', location);
  return /^(true|false|null|-?\d+(\.\d+)?|[\w-]+)$/.test(text)
    ? toScalar(text, location)
    : undefined;
}

function toScalar(text: string, location: Location): Value {
  if (text === 'true' || text === 'false')
    return scalar(text === 'true', location);
  return scalar(/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text, location);
}

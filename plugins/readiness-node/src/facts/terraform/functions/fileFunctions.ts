import picomatch from 'picomatch';
import { parseTemplate } from '../../../parsers/hcl';
import type { CallContext, HclFunction } from '../evaluation/calls';
import { evaluate } from '../evaluation/evaluate';
import { toText } from '../evaluation/plain';
import { bind } from '../evaluation/scope';
import { createList, createScalar } from '../evaluation/values';
import type { Value } from '../../value';

/** Files deeper than this in each other's templates are not followed. */
const MAX_TEMPLATE = 100_000;

/** Functions that read files of the repository. */
export const fileFunctions: Readonly<Record<string, HclFunction>> = {
  file: ([path], call) => read(path, call),
  templatefile: ([path, variables], call) =>
    renderTemplate(path, variables, call),
  fileexists: ([path], call) => {
    const name = toText(path);
    const isThere =
      name !== undefined && call.scope.names.readFile(name) !== undefined;
    return isThere ? createScalar(true, call.location) : undefined;
  },
  fileset: ([folder, pattern], call) => {
    const root = toText(folder);
    const glob = toText(pattern);
    if (root === undefined || glob === undefined) return undefined;
    const paths = call.scope.names.listFiles?.(root) ?? [];
    const isMatch = picomatch(glob.replace(/^\.\//, ''));
    const found = paths.filter(path => isMatch(path)).sort();
    if (found.length === 0) return undefined;
    return createList(
      found.map(path => createScalar(path, call.location)),
      call.location,
    );
  },
  filebase64: ([path], call) => {
    const content = readText(path, call);
    return content === undefined
      ? undefined
      : createScalar(
          Buffer.from(content, 'utf8').toString('base64'),
          call.location,
        );
  },
  basename: ([path], call) =>
    onPath(path, call, text => text.slice(text.lastIndexOf('/') + 1)),
  dirname: ([path], call) =>
    onPath(path, call, text => text.replace(/\/?[^/]*$/, '') || '.'),
  abspath: ([path]) => path,
  pathexpand: ([path]) => path,
};

function onPath(
  path: Value | undefined,
  call: CallContext,
  change: (path: string) => string,
): Value | undefined {
  const text = toText(path);
  return text === undefined
    ? undefined
    : createScalar(change(text), call.location);
}

function readText(
  path: Value | undefined,
  call: CallContext,
): string | undefined {
  const name = toText(path);
  return name === undefined ? undefined : call.scope.names.readFile(name);
}

function read(path: Value | undefined, call: CallContext): Value | undefined {
  const content = readText(path, call);
  return content === undefined
    ? undefined
    : createScalar(content, call.location);
}

function renderTemplate(
  path: Value | undefined,
  variables: Value | undefined,
  call: CallContext,
): Value | undefined {
  const content = readText(path, call);
  if (
    content === undefined ||
    content.length > MAX_TEMPLATE ||
    variables?.kind !== 'map'
  )
    return undefined;
  const template = parseTemplate(content, call.location.startLine);
  if (template.kind === 'invalid') return undefined;
  let scope = { ...call.scope };
  for (const [name, value] of Object.entries(variables.entries))
    scope = bind(scope, name, value);
  const result = evaluate({ ...template, text: call.text }, scope);
  return { ...result, location: call.location };
}

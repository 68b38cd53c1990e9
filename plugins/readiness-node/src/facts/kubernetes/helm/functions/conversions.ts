import { RE2JS } from 're2js';
import { yamlParser } from '../../../../parsers/yaml';
import {
  fromYamlNode,
  TemplateMap,
  toNumber,
  Unresolved,
  type TemplateValue,
} from '../templateValue';
import type {
  FunctionContext,
  FunctionTable,
  TemplateFunction,
} from './context';

/** Arithmetic; with what nobody knows it gives nothing anybody knows. */
function calculate(
  compute: (...numbers: readonly number[]) => number,
): TemplateFunction {
  return (args, { source }) => {
    if (args.some(arg => arg instanceof Unresolved))
      return new Unresolved(source);
    const result = compute(...args.map(toNumber));
    return Number.isFinite(result) ? result : 0;
  };
}

const truncate = calculate((value = 0) => Math.trunc(value));

function toJson(indent: number): TemplateFunction {
  return ([value], { renderer }) =>
    JSON.stringify(
      renderer.markers.toPlain(value),
      (_key, item) => (item instanceof Map ? Object.fromEntries(item) : item),
      indent,
    );
}

function parseText(value: TemplateValue | undefined): TemplateValue {
  if (typeof value !== 'string') return new TemplateMap();
  return fromYamlNode(yamlParser.parse(value).tree?.[0]?.root);
}

/** Regular expressions of charts run in linear time, whatever they are. */
function withPattern(
  use: (pattern: RE2JS, texts: readonly string[]) => TemplateValue,
): TemplateFunction {
  return (args, { renderer, source }: FunctionContext) => {
    const [pattern = '', ...texts] = args.map(arg =>
      renderer.markers.print(arg),
    );
    try {
      return use(RE2JS.compile(pattern), texts);
    } catch {
      return new Unresolved(source);
    }
  };
}

function findFirst(pattern: RE2JS, text: string): string {
  const matcher = pattern.matcher(text);
  return matcher.find() ? matcher.group() ?? '' : '';
}

export const CONVERSION_FUNCTIONS: FunctionTable = {
  int: truncate,
  int64: truncate,
  float64: calculate((value = 0) => value),
  atoi: truncate,
  toDecimal: ([value]) => parseInt(String(value), 8) || 0,
  add: calculate((...numbers) => numbers.reduce((sum, each) => sum + each, 0)),
  add1: calculate((value = 0) => value + 1),
  sub: calculate((left = 0, right = 0) => left - right),
  mul: calculate((...numbers) =>
    numbers.reduce((product, each) => product * each, 1),
  ),
  div: calculate((left = 0, right = 0) => Math.trunc(left / right)),
  mod: calculate((left = 0, right = 0) => left % right),
  addf: calculate((...numbers) => numbers.reduce((sum, each) => sum + each, 0)),
  mulf: calculate((...numbers) =>
    numbers.reduce((product, each) => product * each, 1),
  ),
  divf: calculate((left = 0, right = 0) => left / right),
  max: calculate((...numbers) => Math.max(...numbers)),
  min: calculate((...numbers) => Math.min(...numbers)),
  round: calculate((value = 0, digits = 0) =>
    Number(value.toFixed(Math.max(0, Math.min(digits, 20)))),
  ),
  toYaml: ([value], { renderer }) => renderer.markers.toYaml(value),
  toYamlPretty: ([value], { renderer }) => renderer.markers.toYaml(value),
  fromYaml: ([value]) => parseText(value),
  fromYamlArray: ([value]) => parseText(value),
  fromJson: ([value]) => parseText(value),
  fromJsonArray: ([value]) => parseText(value),
  toJson: toJson(0),
  toRawJson: toJson(0),
  toPrettyJson: toJson(2),
  include: ([name, dot = null], { renderer }) =>
    renderer.include(renderer.markers.print(name), dot),
  tpl: ([text, dot = null], { renderer }) =>
    renderer.renderText(renderer.markers.print(text), dot),
  regexMatch: withPattern((pattern, [text = '']) =>
    pattern.matcher(text).find(),
  ),
  regexFind: withPattern((pattern, [text = '']) => findFirst(pattern, text)),
  regexReplaceAll: withPattern((pattern, [text = '', to = '']) =>
    pattern.matcher(text).replaceAll(to.replace(/\$\{(\d+)\}/g, '$$$1')),
  ),
  regexReplaceAllLiteral: withPattern((pattern, [text = '', to = '']) =>
    pattern.matcher(text).replaceAll(to.replace(/[\\$]/g, '\\$&')),
  ),
  regexSplit: withPattern((pattern, [text = '']) => [...pattern.split(text)]),
};

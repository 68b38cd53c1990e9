import { stringify } from 'yaml';
import type { Value } from '../../value';
import {
  isTemplateObject,
  TemplateMap,
  Unresolved,
  type TemplateValue,
} from './templateValue';

const START = '\uE000';
const END = '\uE001';
const MARKER = /\uE000(\d+)\uE001/g;

/**
 * Stands in for what cannot be known while text is rendered: each expression
 * has a marker of private characters, found again in the parsed result.
 */
export class Markers {
  private readonly expressions: string[] = [];

  create(expression: string): string {
    const known = this.expressions.indexOf(expression);
    const index = known < 0 ? this.expressions.push(expression) - 1 : known;
    return `${START}${index}${END}`;
  }

  /** Text of a value as `{{ value }}` prints it. */
  print(value: TemplateValue | undefined): string {
    if (value === null || value === undefined) return '';
    if (typeof value === 'string') return value;
    if (value instanceof Unresolved) return this.create(value.expression);
    if (Array.isArray(value)) {
      return `[${value.map(item => this.print(item)).join(' ')}]`;
    }
    if (value instanceof Map) {
      const entries = [...value].map(
        ([key, item]) => `${key}:${this.print(item)}`,
      );
      return `map[${entries.join(' ')}]`;
    }
    return isTemplateObject(value) ? '' : String(value);
  }

  /** Plain data for YAML and JSON, markers where nothing is known. */
  toPlain(value: TemplateValue | undefined): unknown {
    if (value instanceof Unresolved) return this.create(value.expression);
    if (Array.isArray(value)) return value.map(item => this.toPlain(item));
    if (value instanceof TemplateMap) {
      return new Map(
        [...value].map(([key, item]) => [key, this.toPlain(item)]),
      );
    }
    return value === undefined || isTemplateObject(value) ? null : value;
  }

  toYaml(value: TemplateValue | undefined): string {
    const text = stringify(this.toPlain(value), { lineWidth: 0 });
    return text.replace(/\n$/, '');
  }

  /** The value with marked texts unresolved. */
  restore(value: Value): Value {
    switch (value.kind) {
      case 'scalar':
        return typeof value.value === 'string' && value.value.includes(START)
          ? {
              kind: 'unresolved',
              expression: this.describe(value.value),
              location: value.location,
            }
          : value;
      case 'list':
        return { ...value, items: value.items.map(item => this.restore(item)) };
      case 'map':
        return {
          ...value,
          entries: Object.fromEntries(
            Object.entries(value.entries).map(([key, item]) => [
              this.describe(key),
              this.restore(item),
            ]),
          ),
        };
      default:
        return value;
    }
  }

  private describe(text: string): string {
    return text
      .replace(
        MARKER,
        (_all, index) => `{{ ${this.expressions[Number(index)]} }}`,
      )
      .replace(/[\uE000\uE001]/g, '');
  }
}

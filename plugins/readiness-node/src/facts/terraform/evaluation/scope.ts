import type { HclExpression } from '../../../parsers/hcl';
import type { Location, Value } from '../../value';
import type { Step } from './traversal';

/** What a name with some of the steps after it stands for. */
export interface Lookup {
  readonly value: Value;
  /** Number of steps that are already part of the value. */
  readonly consumed: number;
}

/** Knows the names of a module or a configuration file. */
export interface NameResolver {
  /** Undefined when the name means nothing here. */
  lookup(
    root: string,
    steps: readonly Step[],
    scope: Scope,
    expression: HclExpression,
  ): Lookup | undefined;
  /** Functions that only work here (`find_in_parent_folders`). */
  call?(
    name: string,
    parameters: readonly Value[],
    location: Location,
  ): Value | undefined;
  /** Text of a file named relative to where commands run. */
  readFile(path: string): string | undefined;
  /** Files below a folder named like that, with paths relative to it. */
  listFiles?(folder: string): readonly string[];
}

/** Names bound by `for`, `dynamic`, `each`, `count`; inner ones first. */
export interface Bindings {
  readonly name: string;
  readonly value: Value;
  readonly outer: Bindings | undefined;
}

/** How much evaluation is left; shared by everything that is resolved at once. */
export interface Budget {
  steps: number;
  depth: number;
}

/** Where an expression is evaluated. */
export interface Scope {
  /** The file the expression stands in. */
  readonly path: string;
  readonly names: NameResolver;
  readonly bindings: Bindings | undefined;
  readonly budget: Budget;
}

/** A fresh budget: enough for thousands of resources, too little to hang. */
export function createBudget(): Budget {
  return { steps: 3_000_000, depth: 0 };
}

/** The same scope with one more name. */
export function bind(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, bindings: { name, value, outer: scope.bindings } };
}

/** The value of a bound name. */
export function findBinding(scope: Scope, name: string): Value | undefined {
  for (let at = scope.bindings; at !== undefined; at = at.outer) {
    if (at.name === name) return at.value;
  }
  return undefined;
}

/** Where an expression stands. */
export function locate(
  node: { readonly startLine: number; readonly endLine: number },
  scope: { readonly path: string },
): Location {
  return { path: scope.path, startLine: node.startLine, endLine: node.endLine };
}

const NO_NAMES: NameResolver = {
  lookup: () => undefined,
  readFile: () => undefined,
};

/** A scope in which no name means anything, for what must be literal. */
export function createLiteralScope(path: string): Scope {
  return {
    path,
    names: NO_NAMES,
    bindings: undefined,
    budget: createBudget(),
  };
}

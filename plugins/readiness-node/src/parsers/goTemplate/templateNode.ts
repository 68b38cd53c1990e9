/** A template: text and actions in order. */
export type TemplateNode =
  | TextNode
  | OutputNode
  | AssignNode
  | IfNode
  | WithNode
  | RangeNode
  | CallNode
  | JumpNode;

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  /** Line of its first character. */
  readonly line: number;
}

/** `{{ pipeline }}` */
export interface OutputNode {
  readonly kind: 'output';
  readonly pipeline: Pipeline;
  readonly line: number;
}

/** `{{ $x := pipeline }}` or `{{ $x = pipeline }}` */
export interface AssignNode {
  readonly kind: 'assign';
  readonly variable: string;
  readonly isDeclaration: boolean;
  readonly pipeline: Pipeline;
  readonly line: number;
}

export interface IfNode extends Branches {
  readonly kind: 'if';
}

export interface WithNode extends Branches {
  readonly kind: 'with';
}

export interface RangeNode extends Branches {
  readonly kind: 'range';
  /** None, the value, or the key and the value. */
  readonly variables: readonly string[];
}

interface Branches {
  readonly pipeline: Pipeline;
  /** Variable of `if $x := …`. */
  readonly variable?: string;
  readonly body: readonly TemplateNode[];
  readonly otherwise: readonly TemplateNode[];
  readonly line: number;
  readonly endLine: number;
}

/** `{{ template "name" pipeline }}`; `block` defines and calls. */
export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly pipeline?: Pipeline;
  readonly line: number;
}

export interface JumpNode {
  readonly kind: 'break' | 'continue';
  readonly line: number;
}

/** Commands of which each gets the result of the one before as last argument. */
export interface Pipeline {
  readonly commands: readonly Command[];
  /** As written, without delimiters. */
  readonly source: string;
}

/** The operand alone, or a function or method with its arguments. */
export interface Command {
  readonly operands: readonly Operand[];
}

export type Operand =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
    }
  /** `.a.b`; the dot alone has no path. */
  | { readonly kind: 'field'; readonly path: readonly string[] }
  /** `$x.a`; the root is the variable with the empty name. */
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly path: readonly string[];
    }
  | { readonly kind: 'function'; readonly name: string }
  | {
      readonly kind: 'group';
      readonly pipeline: Pipeline;
      readonly path: readonly string[];
    };

/** A parsed file. */
export interface Template {
  readonly nodes: readonly TemplateNode[];
  /** Named templates by name: `define` and `block`. */
  readonly definitions: readonly TemplateDefinition[];
}

export interface TemplateDefinition {
  readonly name: string;
  readonly nodes: readonly TemplateNode[];
  readonly line: number;
}

/**
 * The syntax of HCL as plain data: what Terraform, OpenTofu, Terragrunt and
 * Packer files say, without any meaning. Lines count from 1.
 */

interface Ranged {
  readonly startLine: number;
  readonly endLine: number;
}

/** Attributes and blocks between braces, or of a whole file. @public */
export interface HclBody extends Ranged {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

/** `name = expression`. @public */
export interface HclAttribute extends Ranged {
  readonly name: string;
  readonly expression: HclExpression;
}

/** `type "label" "label" { … }`. @public */
export interface HclBlock extends Ranged {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
}

interface ExpressionBase extends Ranged {
  /** As written. */
  readonly text: string;
}

/** A number, text without interpolation, `true`, `false` or `null`. @public */
export interface HclLiteral extends ExpressionBase {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** Quoted text or heredoc with interpolations or directives. @public */
export interface HclTemplate extends ExpressionBase {
  readonly kind: 'template';
  readonly parts: readonly HclTemplatePart[];
}

/** @public */
export type HclTemplatePart =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'interpolation'; readonly expression: HclExpression }
  | {
      readonly kind: 'if';
      readonly condition: HclExpression;
      readonly then: readonly HclTemplatePart[];
      readonly otherwise: readonly HclTemplatePart[];
    }
  | {
      readonly kind: 'for';
      readonly keyName?: string;
      readonly valueName: string;
      readonly collection: HclExpression;
      readonly body: readonly HclTemplatePart[];
    };

/** `[a, b]`. @public */
export interface HclList extends ExpressionBase {
  readonly kind: 'list';
  readonly items: readonly HclExpression[];
}

/** `{ a = 1, (b) = 2 }`; a bare word as key is a literal. @public */
export interface HclObject extends ExpressionBase {
  readonly kind: 'object';
  readonly entries: readonly HclObjectEntry[];
}

/** @public */
export interface HclObjectEntry extends Ranged {
  readonly key: HclExpression;
  readonly value: HclExpression;
}

/** The first word of a traversal: `var`, `local`, `aws_s3_bucket`, an iterator. @public */
export interface HclVariable extends ExpressionBase {
  readonly kind: 'variable';
  readonly name: string;
}

/** `object.name`. @public */
export interface HclAccess extends ExpressionBase {
  readonly kind: 'access';
  readonly object: HclExpression;
  readonly name: string;
}

/** `object[key]` and `object.0`. @public */
export interface HclIndex extends ExpressionBase {
  readonly kind: 'index';
  readonly object: HclExpression;
  readonly key: HclExpression;
}

/** `object[*].a.b` and `object.*.a`. @public */
export interface HclSplat extends ExpressionBase {
  readonly kind: 'splat';
  readonly object: HclExpression;
  readonly steps: readonly HclSplatStep[];
}

/** @public */
export type HclSplatStep =
  | { readonly kind: 'access'; readonly name: string }
  | { readonly kind: 'index'; readonly key: HclExpression };

/** `name(a, b...)`. @public */
export interface HclCall extends ExpressionBase {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly HclExpression[];
  /** Whether the last argument is spread (`...`). */
  readonly isSpread: boolean;
}

/** `condition ? then : otherwise`. @public */
export interface HclConditional extends ExpressionBase {
  readonly kind: 'conditional';
  readonly condition: HclExpression;
  readonly then: HclExpression;
  readonly otherwise: HclExpression;
}

/** `[for k, v in c : v if x]` and `{for k, v in c : k => v... if x}`. @public */
export interface HclFor extends ExpressionBase {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: HclExpression;
  /** Present when the result is an object. */
  readonly keyResult?: HclExpression;
  readonly valueResult: HclExpression;
  readonly condition?: HclExpression;
  readonly isGrouped: boolean;
}

/** `!a`, `-a`. @public */
export interface HclUnary extends ExpressionBase {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: HclExpression;
}

/** `a == b` and the like. @public */
export interface HclBinary extends ExpressionBase {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: HclExpression;
  readonly right: HclExpression;
}

/** What could not be read, or is nested too deeply. @public */
export interface HclInvalid extends ExpressionBase {
  readonly kind: 'invalid';
}

/** @public */
export type HclExpression =
  | HclLiteral
  | HclTemplate
  | HclList
  | HclObject
  | HclVariable
  | HclAccess
  | HclIndex
  | HclSplat
  | HclCall
  | HclConditional
  | HclFor
  | HclUnary
  | HclBinary
  | HclInvalid;

/** A body without anything. */
export function createEmptyBody(): HclBody {
  return { attributes: [], blocks: [], startLine: 1, endLine: 1 };
}

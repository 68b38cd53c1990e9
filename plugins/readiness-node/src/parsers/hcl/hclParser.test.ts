import fc from 'fast-check';
import { hclJsonParser, hclParser, initialiseHclParser } from '.';
import type { HclExpression, HclTemplatePart } from '.';

beforeAll(initialiseHclParser);

/** An expression in a short form, with kinds where they matter. */
function show(expression: HclExpression): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'template':
      return { template: expression.parts.map(showPart) };
    case 'list':
      return expression.items.map(show);
    case 'object':
      return expression.entries.map(({ key, value }) => [
        show(key),
        show(value),
      ]);
    case 'variable':
      return `$${expression.name}`;
    case 'access':
      return [show(expression.object), `.${expression.name}`];
    case 'index':
      return [show(expression.object), '[]', show(expression.key)];
    case 'splat':
      return [
        show(expression.object),
        '[*]',
        expression.steps.map(step =>
          step.kind === 'access' ? step.name : show(step.key),
        ),
      ];
    case 'call':
      return {
        call: expression.name,
        arguments: expression.arguments.map(show),
        isSpread: expression.isSpread,
      };
    case 'conditional':
      return {
        if: show(expression.condition),
        then: show(expression.then),
        else: show(expression.otherwise),
      };
    case 'for':
      return {
        ...expression,
        text: undefined,
        startLine: undefined,
        endLine: undefined,
        collection: show(expression.collection),
        valueResult: show(expression.valueResult),
        keyResult: expression.keyResult && show(expression.keyResult),
        condition: expression.condition && show(expression.condition),
      };
    case 'unary':
      return [expression.operator, show(expression.operand)];
    case 'binary':
      return [
        show(expression.left),
        expression.operator,
        show(expression.right),
      ];
    default:
      return expression.kind;
  }
}

function showPart(part: HclTemplatePart): unknown {
  switch (part.kind) {
    case 'text':
      return part.value;
    case 'interpolation':
      return [show(part.expression)];
    case 'if':
      return {
        if: show(part.condition),
        then: part.then.map(showPart),
        else: part.otherwise.map(showPart),
      };
    default:
      return {
        for: part.valueName,
        key: part.keyName,
        in: show(part.collection),
        body: part.body.map(showPart),
      };
  }
}

function parseValue(text: string): unknown {
  const { tree, failures } = hclParser.parse(`x = ${text}\n`);
  expect(failures).toEqual([]);
  const expression = tree?.attributes[0]?.expression;
  return expression && show(expression);
}

describe('expressions', () => {
  it.each([
    ['1.5', 1.5],
    ['null', null],
    ['"a\\n\\"b\\" $${x} \\u00e9"', 'a\n"b" ${x} é'],
    ['""', ''],
    ['[1, true,]', [1, true]],
    [
      '{ a = 1, "b" : 2, (c) = 3 }',
      [
        ['a', 1],
        ['b', 2],
        ['$c', 3],
      ],
    ],
    [
      'var.a[0].b["k"]',
      [[[[['$var', '.a'], '[]', 0], '.b'], '[]', 'k']].flat(0)[0],
    ],
    ['aws_x.y[*].id', [['$aws_x', '.y'], '[*]', ['id']]],
    ['aws_x.y.*.id', [['$aws_x', '.y'], '[*]', ['id']]],
    ['aws_x.y.0.id', [[['$aws_x', '.y'], '[]', 0], '.id']],
    ['!a && (b || c)', [['!', '$a'], '&&', ['$b', '||', '$c']]],
    ['(a).b', ['$a', '.b']],
    ['-a + 2 * 3', [['-', '$a'], '+', [2, '*', 3]]],
    ['a ? "b" : c', { if: '$a', then: 'b', else: '$c' }],
    [
      'merge(a, b...)',
      { call: 'merge', arguments: ['$a', '$b'], isSpread: true },
    ],
    ['"a ${b} ${c}"', { template: ['a ', ['$b'], ' ', ['$c']] }],
    ['"${a ~}  b"', { template: [['$a'], 'b'] }],
    [
      '"%{ if a }b %{ else }c%{ endif }"',
      { template: [{ if: '$a', then: ['b '], else: ['c'] }] },
    ],
    [
      '"%{ for k, v in m }${k},%{ endfor }"',
      { template: [{ for: 'v', key: 'k', in: '$m', body: [['$k'], ','] }] },
    ],
    [
      '<<EOT\n  a ${b} c\n\n d\nEOT',
      { template: ['  a ', ['$b'], ' c\n\n d\n'] },
    ],
    ['<<-EOT\n    a\n      b\n    EOT', 'a\n  b\n'],
  ])('reads %s', (text, expected) => {
    expect(parseValue(text)).toEqual(expected);
  });

  it('reads for expressions', () => {
    expect(parseValue('[for v in l : v.a]')).toMatchObject({
      valueName: 'v',
      collection: '$l',
      valueResult: ['$v', '.a'],
      isGrouped: false,
    });
    expect(
      parseValue('{for k, v in m : k => v... if v != null}'),
    ).toMatchObject({
      keyName: 'k',
      valueName: 'v',
      keyResult: '$k',
      valueResult: '$v',
      condition: ['$v', '!=', null],
      isGrouped: true,
    });
  });
});

it.each([
  ['unix', '\n'],
  ['windows', '\r\n'],
])('keeps lines of blocks, labels and attributes (%s)', (_, lineBreak) => {
  const text = [
    '\uFEFF# note',
    'resource "aws_x" y {',
    '\ta = 1',
    '',
    '  nested {',
    '    b = [',
    '      2,',
    '    ]',
    '  }',
    '}',
  ];
  const { tree, failures } = hclParser.parse(text.join(lineBreak));
  expect(failures).toEqual([]);
  const block = tree?.blocks[0];
  expect(block).toMatchObject({
    type: 'resource',
    labels: ['aws_x', 'y'],
    startLine: 2,
    endLine: 10,
  });
  expect(block?.body.attributes[0]).toMatchObject({
    name: 'a',
    startLine: 3,
    endLine: 3,
  });
  expect(block?.body.blocks[0]).toMatchObject({
    type: 'nested',
    startLine: 5,
    endLine: 9,
  });
  expect(block?.body.blocks[0]?.body.attributes[0]).toMatchObject({
    name: 'b',
    startLine: 6,
    endLine: 8,
  });
});

it('loses only the broken block of a broken file', () => {
  const { tree, failures } = hclParser.parse(
    'resource "a" "one" {\n  x = 1\n}\nresource "a" "two" {\n  x = [1,\n}\nresource "a" "three" {\n  x = 3\n}\n',
  );
  expect(tree?.blocks.map(block => block.labels[1])).toEqual(
    expect.arrayContaining(['one', 'three']),
  );
  expect(failures.map(failure => failure.line)).toEqual([expect.any(Number)]);
  expect(failures[0]?.line).toBeGreaterThanOrEqual(4);
  expect(failures[0]?.line).toBeLessThanOrEqual(7);
});

it.each([
  ['brackets', `a = ${'['.repeat(100_000)}`],
  ['open blocks', 'a "b" {\n'.repeat(20_000)],
  ['quotes', '"'.repeat(50_000)],
  ['interpolations', `a = "${'${"'.repeat(50_000)}`],
  ['steps', `a = b${'.c'.repeat(50_000)}`],
  ['conditionals', `a = ${'b ? c : '.repeat(20_000)}1`],
  ['minus signs', `a = ${'-'.repeat(50_000)}1`],
  ['five megabytes', 'x = 1\n'.repeat(900_000)],
])('survives %s', (_, text) => {
  const { tree } = hclParser.parse(text);
  expect(tree).toBeDefined();
});

it('survives any text', () => {
  const piece = fc.constantFrom(
    'resource',
    ' "a"',
    '{',
    '}',
    '\n',
    '=',
    '[',
    ']',
    '"',
    '${',
    '%{ if',
    '<<EOT\n',
    'EOT\n',
    'x',
    '.',
    '*',
    '?',
    ':',
    '(',
    ')',
    '~}',
    '\u0000',
    '\ud800',
    '#',
    '/*',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join('')),
      ),
      text => {
        const { tree, failures } = hclParser.parse(text);
        return (
          tree !== undefined && failures.every(failure => failure.line >= 1)
        );
      },
    ),
    { numRuns: 300 },
  );
});

it('reads back what it prints', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.integer({ min: 0 }),
    fc.constant(null),
  );
  const value = fc.letrec(tie => ({
    node: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('node'), { maxLength: 4 }),
    ),
  })).node;
  fc.assert(
    fc.property(value, plain => {
      expect(parseValue(print(plain))).toEqual(plain);
    }),
    { numRuns: 200 },
  );
});

function print(plain: unknown): string {
  if (Array.isArray(plain)) return `[${plain.map(print).join(', ')}]`;
  if (typeof plain !== 'string') return String(plain);
  const escaped = [...plain].map(character => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') return `\\${character}`;
    return code < 32 || code > 126
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : character;
  });
  return `"${escaped.join('').replace(/([$%])\{/g, '$1$1{')}"`;
}

describe('.tf.json', () => {
  it('gives the same tree', () => {
    const { tree, failures } = hclJsonParser.parse(
      '{\n  "//": "note",\n  "resource": {\n    "aws_x": {\n      "y": {\n        "a": "${var.a}-b",\n        "nested": [{ "c": 1 }],\n        "dynamic": { "d": { "for_each": [1], "content": { "e": true } } }\n      }\n    }\n  },\n  "variable": { "a": { "default": null } }\n}',
    );
    expect(failures).toEqual([]);
    const [resource, variable] = tree?.blocks ?? [];
    expect(resource).toMatchObject({
      type: 'resource',
      labels: ['aws_x', 'y'],
      startLine: 5,
      endLine: 9,
    });
    const [a, nested] = resource?.body.attributes ?? [];
    expect(a?.startLine).toBe(6);
    expect(a && show(a.expression)).toEqual({
      template: [[['$var', '.a']], '-b'],
    });
    expect(nested && show(nested.expression)).toEqual([[['c', 1]]]);
    expect(resource?.body.blocks[0]).toMatchObject({
      type: 'dynamic',
      labels: ['d'],
    });
    expect(variable).toMatchObject({
      type: 'variable',
      labels: ['a'],
      startLine: 12,
    });
  });

  it.each([
    ['an open brace', '{', 1],
    ['a comma too many', '{\n "a": 1,\n}', 3],
    ['no object', '[]', 1],
    ['a wrong escape', '{"a": "\\x"}', 1],
    ['endless nesting', `{"a": ${'['.repeat(10_000)}`, 1],
  ])('says where it stops being JSON: %s', (_, text, line) => {
    expect(hclJsonParser.parse(text).failures).toEqual([
      { message: expect.any(String), line },
    ]);
  });
});

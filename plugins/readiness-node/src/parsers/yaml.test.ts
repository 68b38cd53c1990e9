import fc from 'fast-check';
import { yamlParser, type YamlNode } from './yaml';

/** A node in one line: tags and `@first-last` lines, all that a test pins. */
function print(node: YamlNode | undefined): string {
  if (node === undefined) return 'empty';
  const lines =
    node.startLine === node.endLine
      ? `@${node.startLine}`
      : `@${node.startLine}-${node.endLine}`;
  const tag = node.tag ? `${node.tag} ` : '';
  switch (node.kind) {
    case 'map':
      return `${tag}{${node.entries
        .map(e => `${e.key}@${e.keyLine}: ${print(e.value)}`)
        .join(', ')}}${lines}`;
    case 'list':
      return `${tag}[${node.items.map(print).join(', ')}]${lines}`;
    default:
      return `${tag}${JSON.stringify(node.value)}${lines}`;
  }
}

function printAll(text: string) {
  const { tree, failures } = yamlParser.parse(text);
  return {
    documents: tree?.map(document => print(document.root)),
    failures: failures.map(failure => `${failure.line}: ${failure.message}`),
  };
}

describe('yamlParser', () => {
  it.each([
    [
      'map',
      'a: 1\nb:\n  c: x\n  d:\n    - 1\n    - two\n',
      '{a@1: 1@1, b@2: {c@3: "x"@3, d@4: [1@5, "two"@6]@5-6}@3-6}@1-6',
    ],
    [
      'comments after a block',
      'a:\n  b: 1\n\n# end\nc: 2\n',
      '{a@1: {b@2: 1@2}@2, c@5: 2@5}@1-5',
    ],
    ['CRLF', 'a: 1\r\nb: 2\r\n', '{a@1: 1@1, b@2: 2@2}@1-2'],
    ['BOM', '\uFEFFa: 1', '{a@1: 1@1}@1'],
    [
      'core schema',
      'on: yes\nv: 1.10\nm: 0644\nn: ~\nf: .inf',
      '{on@1: "yes"@1, v@2: 1.1@2, m@3: 644@3, n@4: null@4, f@5: ".inf"@5}@1-5',
    ],
    [
      'tags',
      'a: !Ref Size\nb: !Sub\n  - x\n  - {}\nc: !!str 1',
      '{a@1: !Ref "Size"@1, b@2: !Sub ["x"@3, {}@4]@3-4, c@5: "1"@5}@1-5',
    ],
    [
      'block scalar',
      'a: |\n  x\n  y\n\nb: 1',
      '{a@1: "x\\ny\\n"@1-3, b@5: 1@5}@1-5',
    ],
    [
      'merge keys',
      'x: &x\n  a: 1\n  b: 2\ny:\n  <<: *x\n  b: 3\n',
      '{x@1: {a@2: 1@2, b@3: 2@3}@2-3, y@4: {b@6: 3@6, a@2: 1@2}@5-6}@1-6',
    ],
    [
      'merge lists',
      'y:\n  <<: [{a: 1}, {a: 2, b: 2}]\n',
      '{y@1: {a@2: 1@2, b@2: 2@2}@2}@1-2',
    ],
    ['alias lines', 'a: &a [1]\n\nb: *a\n', '{a@1: [1@1]@1, b@3: [1@1]@3}@1-3'],
    [
      'prototype keys',
      '__proto__: 1\nconstructor: 2',
      '{__proto__@1: 1@1, constructor@2: 2@2}@1-2',
    ],
    [
      'Windows paths',
      'a: C:\\Users\\x\nb: "C:\\\\y"',
      '{a@1: "C:\\\\Users\\\\x"@1, b@2: "C:\\\\y"@2}@1-2',
    ],
    ['template key', 'a: {{ x }}\n', '{a@1: {{ x }@1: null@1}@1}@1'],
    [
      'JSON',
      '{\n  "a": [1, true,\n null],\n "b": "\\u0041/\\n"}',
      '{a@2: [1@2, true@2, null@3]@2-3, b@4: "A/\\n"@4}@1-4',
    ],
    ['flow YAML', '{a: 1,\n b: [x,]}', '{a@1: 1@1, b@2: ["x"@2]@2}@1-2'],
    ['nothing', '', undefined],
    ['only a comment', '# x\n', undefined],
  ])('gives the tree with lines: %s', (_name, text, expected) => {
    const { documents, failures } = printAll(text);
    expect(failures).toEqual([]);
    expect(documents).toEqual(expected === undefined ? [] : [expected]);
  });

  it('keeps the documents of a stream apart', () => {
    const { documents } = printAll(
      'a: 1\n---\n---\n# c\nb: &x 2\n---\nc: 3\n...\n',
    );
    expect(documents).toEqual([
      '{a@1: 1@1}@1',
      'empty',
      '{b@5: 2@5}@5',
      '{c@7: 3@7}@7',
    ]);
    expect(printAll('a: &x 1\n---\nb: *x\n').failures).toHaveLength(1);
  });

  it('keeps the text of scalars', () => {
    const { tree } = yamlParser.parse('tag: 1.10');
    const root = tree?.[0]?.root;
    expect(root?.kind === 'map' && root.entries[0]?.value).toMatchObject({
      value: 1.1,
      text: '1.10',
    });
  });

  it.each([
    [
      'duplicate keys',
      'a: 1\nb: 2\na: 3\n',
      '{a@3: 3@3, b@2: 2@2}@1-3',
      '3: the key',
    ],
    ['tab', 'a:\n\tb: 1\nc: 2\n', undefined, '2: '],
    ['open quote', 'a: 1\nb: "x\n', '{a@1: 1@1, b@2', '3: Missing closing'],
    [
      'unknown alias',
      'a: *x\nb: 1',
      '{a@1: null@1, b@2: 1@2}@1-2',
      '1: the alias *x has no anchor',
    ],
    [
      'recursive alias',
      'a: &a\n  b: *a\n',
      '{a@1: {b@2: null@2}@2}@1-2',
      '2: the alias *a refers to itself',
    ],
    ['bad indentation', 'a:\n  b: 1\n c: 2\nd: 3', '{a@1: {b@2: 1@2', '3: '],
  ])('reports and saves what it can: %s', (_name, text, expected, failure) => {
    const { documents, failures } = printAll(text);
    expect(failures[0]).toContain(failure);
    expect(documents?.[0] ?? '').toContain(expected ?? '');
  });

  it.each<[string, () => string]>([
    [
      'alias bomb',
      () =>
        [
          'a0: &a0 [x]',
          ...Array.from(
            { length: 60 },
            (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`,
          ),
        ].join('\n'),
    ],
    ['deep flow', () => `a: ${'['.repeat(10_000)}`],
    ['deep JSON', () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['deep block', () => '- '.repeat(10_000)],
    [
      'deep maps',
      () =>
        Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
  ])('reports hostile input and comes back: %s', (_name, build) => {
    const { failures } = yamlParser.parse(build());
    expect(failures.length).toBeGreaterThan(0);
  });

  it('reads five megabytes of JSON', () => {
    const text = JSON.stringify(
      Array.from({ length: 60_000 }, (_, i) => ({
        id: i,
        name: `item ${i}`,
        tags: ['a', 'b'],
        ok: true,
        note: 'x'.repeat(20),
      })),
      null,
      1,
    );
    const { tree, failures } = yamlParser.parse(text);
    expect(failures).toEqual([]);
    expect(tree?.[0]?.endLine).toBe(text.split('\n').length);
  });

  it('never throws, and lines stay inside the text', () => {
    const piece = fc.constantFrom(
      'a:',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&a ',
      '*a',
      '<<: ',
      '!Ref ',
      '|',
      '>',
      '\t',
      '#',
      '---\n',
      'x',
      ': ',
      ',',
      '?',
      '%',
      '@',
      '{{ .x }}',
      '\r\n',
      '0',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 40 }).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(text, input => {
        const { tree, failures } = yamlParser.parse(input);
        const count = input.split('\n').length;
        for (const failure of failures)
          expect(failure.line).toBeLessThanOrEqual(count + 1);
        for (const document of tree ?? [])
          expect(getLastLine(document.root)).toBeLessThanOrEqual(count);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with JSON.parse on JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const { tree } = yamlParser.parse(
          `[${JSON.stringify(value, null, indent)}]`,
        );
        const root = tree?.[0]?.root;
        expect(root && toPlain(root)).toEqual([
          JSON.parse(JSON.stringify(value)),
        ]);
      }),
    );
  });
});

function getLastLine(node: YamlNode | undefined): number {
  if (node === undefined) return 0;
  if (node.kind === 'scalar') return node.endLine;
  const inner =
    node.kind === 'map' ? node.entries.map(entry => entry.value) : node.items;
  return inner.reduce(
    (last, item) => Math.max(last, getLastLine(item)),
    node.endLine,
  );
}

function toPlain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(
        node.entries.map(entry => [entry.key, toPlain(entry.value)]),
      );
    case 'list':
      return node.items.map(toPlain);
    default:
      return node.value;
  }
}

import fc from 'fast-check';
import { dockerfileParser } from './dockerfile';
import { jenkinsfileParser } from './jenkinsfile';
import type { Parser } from './parser';
import { shellParser } from './shell/shell';
import { tomlParser } from './toml';
import { xmlParser } from './xml';

const PIECES = [
  '"',
  "'",
  '`',
  '$(',
  '${',
  '${{',
  '}}',
  ')',
  '(',
  '{',
  '}',
  '[',
  ']',
  '<<EOF',
  'EOF',
  '\n',
  '\\\n',
  '|',
  '||',
  '&&',
  ';',
  '#',
  '<',
  '>',
  '</',
  '<a>',
  '=',
  ' ',
  'FROM x',
  'RUN ',
  'ARG a',
  'stage(',
  'sh ',
  "'''",
  '"""',
  '//',
  '/*',
  'if',
  'for',
  '\u0000',
  'é',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 40 })
  .map(parts => parts.join(''));

describe('parsers never throw and give lines inside the text', () => {
  it.each<[string, Parser<unknown>]>(
    [
      shellParser,
      dockerfileParser,
      jenkinsfileParser,
      tomlParser,
      xmlParser,
    ].map(parser => [parser.id, parser]),
  )('%s', (_, parser) => {
    fc.assert(
      fc.property(text, input => {
        const { failures } = parser.parse(input);
        const lines = input.split('\n').length;
        for (const { line } of failures) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines + 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

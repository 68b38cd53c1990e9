import { flattenShell, parseShell } from './shell';

const summarize = (text: string) =>
  flattenShell(parseShell(text)).map(
    command => `${command.line}: ${command.words.join(' ')}`,
  );

describe('parseShell', () => {
  it.each<[string, string, string[]]>([
    ['lists and pipes', 'a b && c | d; e', ['1: a b', '1: c', '1: d', '1: e']],
    [
      'quotes and escapes',
      `echo "a b" 'c # d' e\\ f # comment`,
      ['1: echo a b c # d e f'],
    ],
    [
      'continuations',
      'apt-get update \\\n && apt-get install -y \\\n curl\nls',
      ['1: apt-get update', '2: apt-get install -y curl', '4: ls'],
    ],
    ['operators at line ends', 'a &&\n  b |\n  c', ['1: a', '2: b', '3: c']],
    [
      'expressions of CI systems',
      'deploy ${{ inputs.a || 1 }} {{ .Values.b }} x',
      ['1: deploy ${{ inputs.a || 1 }} {{ .Values.b }} x'],
    ],
    [
      'substitutions',
      'echo "$(git rev-parse HEAD)" `date`',
      [
        '1: echo $(git rev-parse HEAD) `date`',
        '1: git rev-parse HEAD',
        '1: date',
      ],
    ],
    [
      'process substitution',
      'bash <(curl -s https://x)',
      ['1: bash <(curl -s https://x)', '1: curl -s https://x'],
    ],
    [
      'control flow',
      'if make test; then\n  deploy\nelse\n  exit 1\nfi',
      ['1: make test', '2: deploy', '4: exit 1'],
    ],
    ['loops', 'for f in a b; do\n  lint "$f"\ndone', ['2: lint $f']],
    [
      'case patterns',
      'case $1 in\n  test)\n    go test\n    ;;\nesac',
      ['3: go test'],
    ],
    [
      'functions',
      'run() {\n  go test\n}\nrun',
      ['1: run', '2: go test', '4: run'],
    ],
    [
      'redirections',
      'curl -o x https://x > log 2>&1',
      ['1: curl -o x https://x'],
    ],
    ['assignments', 'A=1 B="x y" npm test', ['1: npm test']],
    ['here-documents', 'cat <<EOF > f\nnpm test\nEOF\nls', ['1: cat', '4: ls']],
    [
      'subshells',
      '(cd app && npm ci) && npm test',
      ['1: cd app', '1: npm ci', '1: npm test'],
    ],
    ['unclosed quotes', 'echo "a\nb', ['1: echo a\nb']],
  ])('splits %s', (_, text, expected) => {
    expect(summarize(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['npm test || true', ['npm test']],
    ['npm ci && npm test || echo failed', ['npm ci', 'npm test']],
    ['npm test || exit 1', []],
    ['npm test || exit 0', ['npm test']],
    ['npm test; npm run lint || :', ['npm run lint']],
    ['set +e\nnpm test\nnpm run report', ['npm test']],
    ['set +e\nnpm test\nset -e\nnpm run report', ['npm test']],
    ['set +e\nnpm test\ncode=$?\nexit $code', []],
    ['(npm ci && npm test) || true', ['npm ci', 'npm test']],
  ])('knows whose failure is ignored in %j', (text, expected) => {
    const ignored = parseShell(text).filter(
      command => command.isFailureIgnored,
    );
    expect(ignored.map(command => command.words.join(' '))).toEqual(expected);
  });

  it('joins commands of a pipeline by number', () => {
    const [curl, sh, ls] = parseShell('curl x | sh\nls');
    expect(curl?.pipeline).toBe(sh?.pipeline);
    expect(ls?.pipeline).not.toBe(sh?.pipeline);
  });

  it('keeps the body of a here-document', () => {
    expect(parseShell('ssh host <<EOF\nuptime\nEOF')[0]?.heredoc).toEqual({
      text: 'uptime',
      line: 2,
    });
  });
});

import { sampleChecklist } from '../../testing/sampleChecklist';
import { cartScorecard } from '../../testing/sampleScorecard';
import {
  buildEvidenceLabel,
  buildSnippetLines,
  buildSourceLabel,
} from './buildEvidence';
import { buildCheckIssue } from './buildIssueMarkdown';
import { buildSnippets } from './buildRemediation';
import { buildTrend } from './buildTrend';
import { buildUnknownAdvice } from './buildUnknownAdvice';
import {
  buildWaiverYaml,
  findWaiverHints,
  type WaiverDraft,
} from './buildWaiver';
import { buildCheckViews } from './checkView';

describe('evidence', () => {
  const sources = [
    {
      repository: 'https://git.test/acme/infra',
      revision: 'b81d07e99c',
      subPath: '',
      fileCount: 1,
    },
  ];
  it.each([
    [1, 1, 'acme/infra@b81d07e · a/b.tf:1'],
    [14, 31, 'acme/infra@b81d07e · a/b.tf:14–31'],
  ])('names lines %d to %d', (startLine, endLine, expected) => {
    const repository = 'https://git.test/acme/infra';
    const evidence = { path: 'a/b.tf', startLine, endLine, repository };
    expect(buildEvidenceLabel(evidence, sources)).toBe(expected);
  });

  it('names a repository without a revision', () => {
    expect(
      buildSourceLabel({ repository: 'https://x.test/group/sub/repo' }),
    ).toBe('group/sub');
  });

  it('marks the lines that decide', () => {
    const lines = buildSnippetLines(
      {
        path: 'a.tf',
        startLine: 7,
        endLine: 9,
        snippet: 'resource "a" "b" {\n  multi_az_x = 1\n  multi_az = false',
      },
      {
        outcome: 'fail',
        actual: 'multi_az = false',
        expected: 'multi_az = true',
      },
    );
    expect(lines.map(({ mark, kind }) => [mark, kind])).toEqual([
      ['7', undefined],
      ['8', undefined],
      ['9', 'deciding'],
    ]);
  });
});

describe('buildSnippets', () => {
  const snippets = { cloudformation: 'c', kubernetes: 'k', terraform: 't' };
  const result = (path: string) => ({
    findings: [
      {
        outcome: 'fail' as const,
        subject: path,
        rules: [],
        partial: false,
        message: 'message',
        evidence: [{ path, startLine: 1, endLine: 1 }],
      },
    ],
  });
  it.each([
    ['main.tf', 'terraform'],
    ['chart/values.yaml', 'kubernetes'],
    ['cloudformation/stack.yaml', 'cloudformation'],
  ])('%s → %s', (path, expected) => {
    expect(buildSnippets(snippets, result(path), [])[0]?.language).toBe(
      expected,
    );
  });
  it('falls back on what the repository is written in', () => {
    const none = { findings: [] };
    expect(
      buildSnippets(snippets, none, [result('a.tf'), result('b.tf')])[0]
        ?.language,
    ).toBe('terraform');
  });
});

describe('buildUnknownAdvice', () => {
  it.each([
    ['toset(var.replica_regions)', 'variable-default', 'replica_regions'],
    ['{{ .Values.hpa.max }}', 'helm-value', 'hpa.max'],
    ['!Ref InstanceCount', 'parameter-default', 'InstanceCount'],
  ])('%s', (actual, kind, name) => {
    expect(buildUnknownAdvice({ actual, message: '' })[0]).toEqual({
      kind,
      name,
    });
  });
});

describe('waivers', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const draft: WaiverDraft = {
    kind: 'planned',
    reason: 'Second node comes in January',
    until: '2027-01-31',
    link: '',
    subjects: [],
  };
  it.each<[string, Partial<WaiverDraft>, boolean, readonly string[]]>([
    ['fine', {}, true, []],
    ['short', { reason: 'later on' }, true, ['reason-too-short']],
    ['a placeholder', { reason: 'TODO' }, true, ['reason-placeholder']],
    ['without end', { until: '' }, true, ['until-required']],
    ['over', { until: '2026-11-21' }, true, ['until-past']],
    ['the last day is today', { until: '2026-11-22' }, true, []],
    ['too far', { until: '2027-11-23' }, true, ['until-too-far']],
    ['at most', { until: '2027-11-22' }, true, []],
    ['elsewhere, unlinked', { kind: 'met-elsewhere' }, true, ['link-required']],
    ['http', { link: 'http://x.test' }, true, ['link-not-https']],
    ['unwaivable', {}, false, ['only-not-detected', 'subjects-required']],
    ['not detected', { kind: 'not-detected', subjects: ['a'] }, false, []],
  ])('%s', (_, changed, isWaivable, expected) => {
    expect(findWaiverHints({ ...draft, ...changed }, now, isWaivable)).toEqual(
      expected,
    );
  });

  it.each([
    ['Plain text', 'reason: Plain text'],
    ['Note: quoted', 'reason: "Note: quoted"'],
    ['ends # here', 'reason: "ends # here"'],
    ['"quotes"', 'reason: "\\"quotes\\""'],
    ['yes', 'reason: "yes"'],
    ['한국어 이유', 'reason: 한국어 이유'],
  ])('writes %s so that YAML reads it back', (reason, expected) => {
    expect(buildWaiverYaml('cache-failover', { ...draft, reason })).toBe(
      `readiness/waive.cache-failover: |\n  ${expected}\n  kind: planned\n  until: 2027-01-31\n`,
    );
  });
});

describe('buildTrend', () => {
  const box = { left: 0, right: 100, top: 0, bottom: 100 };
  it('draws steps up to now', () => {
    const trend = buildTrend(
      [
        { from: '2026-01-01T00:00:00Z', score: 80, level: 1 },
        { from: '2026-01-06T00:00:00Z', score: 90, level: 1 },
      ],
      Date.parse('2026-01-11T00:00:00Z'),
      box,
    );
    expect(trend?.scorePath).toBe('M0 100H50V50H100');
    expect(trend?.ticks.map(({ score }) => score)).toEqual([80, 90, 100]);
  });
  it('is absent without a score', () => {
    expect(
      buildTrend([{ from: '2026-01-01T00:00:00Z', level: 0 }], 0, box),
    ).toBeUndefined();
  });
});

describe('buildCheckIssue', () => {
  it('is Markdown with findings, links and the fix', () => {
    const [text] = buildCheckViews(cartScorecard, sampleChecklist)
      .filter(({ id }) => id === 'cache-failover')
      .map(check =>
        buildCheckIssue({
          entityName: 'cart',
          check,
          sources: cartScorecard.sources,
          snippet: { language: 'terraform', text: 'a = 1\n' },
          url: 'https://portal.test/x',
        }),
      );
    expect(text).toContain('## Caches fail over on their own: cart');
    expect(text).toContain(
      '[acme/infra@b81d07e · services/cart/cache.tf:14–23](https://github.com/acme/infra/blob/',
    );
    expect(text).toContain('```terraform\na = 1\n```');
    expect(text).not.toContain('aws_elasticache_replication_group.rates');
  });
});

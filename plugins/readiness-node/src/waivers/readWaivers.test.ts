import fc from 'fast-check';
import { readWaivers } from './readWaivers';
import type { WaiverContext } from './waiverContext';

const context: WaiverContext = {
  today: '2026-11-22',
  config: { maxDays: 365, expiringDays: 30, attestationDays: 180 },
  checkIds: new Set(['restore-tested', 'secrets-not-hardcoded']),
  categoryIds: new Set(['backup-restore']),
  unwaivableIds: new Set(['secrets-not-hardcoded']),
};

function read(id: string, text: string, extra: Partial<WaiverContext> = {}) {
  return readWaivers(
    { [`readiness/waive.${id}`]: text },
    { ...context, ...extra },
  );
}

describe('readWaivers', () => {
  it.each([
    [
      'not-applicable',
      'reason: Cache only, rebuilt in minutes\nkind: not-applicable',
      'active',
    ],
    [
      'far from its end',
      'reason: The chart adds it in spring\nkind: planned\nuntil: 2027-06-30',
      'active',
    ],
    [
      'on the last day allowed',
      'reason: The chart adds it next year\nkind: planned\nuntil: 2027-11-22',
      'active',
    ],
    [
      'in its last month',
      'reason: The chart adds it soon\nkind: planned\nuntil: 2026-12-15',
      'expiring',
    ],
    [
      'on its last day',
      'reason: The chart adds it soon\nkind: planned\nuntil: 2026-11-22',
      'expiring',
    ],
    [
      'the day after',
      'reason: The chart adds it soon\nkind: planned\nuntil: 2026-11-21',
      'expired',
    ],
    [
      'met elsewhere, linked',
      'reason: The platform team drills it\nkind: met-elsewhere\nlink: https://wiki.acme.test/r',
      'active',
    ],
    [
      'met elsewhere, nobody knows',
      'reason: The platform team drills it\nkind: met-elsewhere\nentity: component:default/db',
      'unapproved',
    ],
  ])('%s: state %s', (_, text, state) => {
    const { waivers } = read('restore-tested', text);
    expect(waivers.map(waiver => waiver.state)).toEqual([state]);
  });

  it.each([
    [
      'a plain string',
      'we do not need this here',
      /Paste this:\nreason: "we do not need this here"/,
    ],
    ['broken YAML', 'reason: [a\nkind: planned', /not valid YAML at line/],
    ['a list', '- reason: a', /must be a YAML mapping/],
    [
      'an unknown key',
      'reason: Cache only, rebuilt\nkind: planned\nuntill: 2027-01-01',
      /unknown key 'untill'/,
    ],
    [
      'a short reason',
      'reason: no\nkind: not-applicable',
      /at least 10 characters/,
    ],
    [
      'a placeholder',
      'reason: xxxxxxxxxxxxx\nkind: not-applicable',
      /placeholder/,
    ],
    ['no kind', 'reason: Cache only, rebuilt', /kind must be one of/],
    [
      'a risk without end',
      'reason: We can live with it\nkind: accepted-risk',
      /needs until/,
    ],
    [
      'a plan too far ahead',
      'reason: The chart adds it someday\nkind: planned\nuntil: 2027-11-23',
      /more than 365 days ahead/,
    ],
    [
      'a day that does not exist',
      'reason: The chart adds it someday\nkind: planned\nuntil: 2027-02-30',
      /not a day/,
    ],
    [
      'a link without TLS',
      'reason: The platform does it\nkind: met-elsewhere\nlink: http://wiki.acme.test',
      /https URL/,
    ],
    [
      'met elsewhere without proof',
      'reason: The platform does it\nkind: met-elsewhere',
      /needs a link, or an entity/,
    ],
    [
      'an approver who is no reference',
      'reason: Cache only, rebuilt\nkind: not-applicable\napprovedBy: ana',
      /not a full entity reference/,
    ],
    [
      'more than 8 KiB',
      `reason: ${'a'.repeat(9000)}\nkind: not-applicable`,
      /longer than 8 KiB/,
    ],
    [
      'an alias bomb',
      `a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nreason: [*b,*b,*b]`,
      /unknown key|must be a text/,
    ],
  ])('%s is a problem and suppresses nothing', (_, text, message) => {
    const { waivers, problems } = read('restore-tested', text);
    expect(waivers).toEqual([]);
    expect(problems).toEqual([
      {
        kind: 'invalid-waiver',
        annotation: 'readiness/waive.restore-tested',
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('asks the catalog for the approver where there is one', () => {
    const text =
      'reason: Cache only, rebuilt\nkind: not-applicable\napprovedBy: user:default/gone';
    expect(read('restore-tested', text).waivers).toHaveLength(1);
    expect(
      read('restore-tested', text, { hasEntity: () => false }).problems[0]
        ?.message,
    ).toContain('does not exist in the catalog');
  });

  it('verifies what is met by another entity', () => {
    const text =
      'reason: The database is theirs\nkind: met-elsewhere\nentity: component:default/db';
    const state = (passes: boolean) =>
      read('restore-tested', text, { passesElsewhere: () => passes }).waivers[0]
        ?.state;
    expect(state(true)).toBe('active');
    expect(state(false)).toBe('invalid');
  });

  it('says which waivers name no check', () => {
    expect(
      read('gone', 'reason: whatever it was\nkind: planned').problems,
    ).toEqual([
      {
        kind: 'orphaned-waiver',
        annotation: 'readiness/waive.gone',
        message: expect.stringContaining('names no check'),
      },
    ]);
  });

  it('waives a category only as not applicable or met elsewhere', () => {
    expect(
      read(
        'backup-restore',
        'reason: Nothing is stored here\nkind: not-applicable',
      ).waivers,
    ).toHaveLength(1);
    expect(
      read(
        'backup-restore',
        'reason: We live with the risk\nkind: accepted-risk\nuntil: 2027-01-01',
      ).problems[0]?.message,
    ).toContain('a category can be waived only as');
  });

  it('lets what cannot be waived only be marked, with approval', () => {
    expect(
      read(
        'secrets-not-hardcoded',
        'reason: It is a public test key\nkind: not-detected\nsubjects: "*"',
      ).waivers[0]?.state,
    ).toBe('unapproved');
    expect(
      read(
        'secrets-not-hardcoded',
        'reason: It is a public test key\nkind: not-applicable',
      ).problems[0]?.message,
    ).toContain('takes only kind not-detected');
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), text => {
        const { waivers, problems } = read('restore-tested', text);
        expect(waivers.length + problems.length).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

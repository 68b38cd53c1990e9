import type {
  Attestation,
  Finding,
  Waiver,
} from 'backstage-plugin-readiness-common';
import type { FoldedResult } from '../evaluation/fold';
import { applyToResult, findUnneeded } from './applyWaivers';

function finding(outcome: Finding['outcome'], subject: string): Finding {
  return {
    outcome,
    subject,
    rules: [],
    partial: false,
    message: '',
    evidence: [{ path: 'main.tf', startLine: 1, endLine: 1 }],
  };
}

const failing: FoldedResult = {
  checkId: 'cache-failover',
  category: 'high-availability',
  severity: 'high',
  level: 2,
  outcome: 'fail',
  credit: 1 / 3,
  message: '',
  findings: [finding('fail', 'a'), finding('fail', 'b'), finding('pass', 'c')],
};
const passing: FoldedResult = {
  ...failing,
  outcome: 'pass',
  credit: 1,
  findings: [finding('pass', 'c')],
};
const noneFound: FoldedResult = {
  ...failing,
  credit: 0,
  findings: [{ ...finding('fail', 'x'), evidence: [], actual: 'none found' }],
};
const waiver: Waiver = {
  id: 'cache-failover',
  kind: 'planned',
  reason: 'Next month',
  until: '2027-01-01',
  state: 'active',
};
const attestation: Attestation = {
  id: 'cache-failover',
  evidence: 'https://wiki.acme.test',
  on: '2026-10-01',
  by: 'group:default/a',
  until: '2027-03-30',
  state: 'active',
};
const traits = { isWaivable: true, isAttestable: false, passesIfAny: false };

describe('applyToResult', () => {
  it('keeps the outcome and joins the waiver', () => {
    expect(applyToResult(failing, traits, [waiver], [])).toMatchObject({
      outcome: 'fail',
      isWaived: true,
      waiver,
    });
  });

  it('takes the waiver of the category when the check has none', () => {
    const ofCategory: Waiver = {
      ...waiver,
      id: 'high-availability',
      kind: 'not-applicable',
    };
    expect(applyToResult(failing, traits, [ofCategory], []).isWaived).toBe(
      true,
    );
    expect(
      applyToResult(failing, { ...traits, isWaivable: false }, [ofCategory], [])
        .isWaived,
    ).toBe(false);
  });

  it.each(['expired', 'unapproved', 'invalid'] as const)(
    'suppresses nothing when %s',
    state => {
      expect(
        applyToResult(failing, traits, [{ ...waiver, state }], []).isWaived,
      ).toBe(false);
    },
  );

  it('still fails by the findings its subjects leave over', () => {
    const partly = applyToResult(
      failing,
      traits,
      [{ ...waiver, subjects: ['a'] }],
      [],
    );
    expect(partly).toMatchObject({
      outcome: 'fail',
      isWaived: false,
      credit: 0.5,
    });
    expect(
      applyToResult(failing, traits, [{ ...waiver, subjects: ['a', 'b'] }], [])
        .isWaived,
    ).toBe(true);
    expect(
      applyToResult(failing, traits, [{ ...waiver, subjects: ['z'] }], []),
    ).toMatchObject({
      isWaived: false,
      credit: 1 / 3,
    });
  });

  it('calls a waiver of a passing check unneeded', () => {
    const result = applyToResult(passing, traits, [waiver], []);
    expect(result).toMatchObject({
      isWaived: false,
      waiver: { state: 'unneeded' },
    });
    expect(findUnneeded([result], [waiver])).toHaveLength(1);
    expect(
      findUnneeded([applyToResult(failing, traits, [waiver], [])], [waiver]),
    ).toEqual([]);
  });

  it.each([
    [
      'an unknown result',
      { ...failing, outcome: 'unknown' as const },
      false,
      'active',
      true,
    ],
    ['none found, where files cannot decide', noneFound, true, 'active', true],
    ['none found, where files decide', noneFound, false, 'contradicted', false],
    ['counter-evidence', failing, true, 'contradicted', false],
    ['a passing check', passing, true, 'unneeded', false],
  ])('attestation of %s', (_, result, isAttestable, state, isAttested) => {
    expect(
      applyToResult(result, { ...traits, isAttestable }, [], [attestation]),
    ).toMatchObject({
      isAttested,
      attestation: { state },
    });
  });

  it('lets an expired attestation lift nothing', () => {
    const expired: Attestation = { ...attestation, state: 'expired' };
    expect(
      applyToResult({ ...failing, outcome: 'unknown' }, traits, [], [expired])
        .isAttested,
    ).toBe(false);
  });
});

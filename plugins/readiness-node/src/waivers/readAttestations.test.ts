import { readAttestations } from './readAttestations';
import type { WaiverContext } from './waiverContext';

const context: WaiverContext = {
  today: '2026-11-22',
  config: { maxDays: 365, expiringDays: 30, attestationDays: 180 },
  checkIds: new Set(['load-tests']),
  categoryIds: new Set(),
  unwaivableIds: new Set(),
};
const read = (text: string, id = 'load-tests') =>
  readAttestations({ [`readiness/attest.${id}`]: text }, context);
const good =
  'evidence: https://grafana.acme.test/d/k6\non: 2026-10-02\nby: group:default/checkout';

describe('readAttestations', () => {
  it.each([
    ['counts for 180 days', good, { until: '2027-03-31', state: 'active' }],
    [
      'ends earlier when it says so',
      `${good}\nuntil: 2026-12-01`,
      { until: '2026-12-01', state: 'active' },
    ],
    [
      'cannot be longer than allowed',
      `${good}\nuntil: 2029-12-01`,
      { until: '2027-03-31', state: 'active' },
    ],
    [
      'expires',
      good.replace('2026-10-02', '2026-01-02'),
      { until: '2026-07-01', state: 'expired' },
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text).attestations).toEqual([
      expect.objectContaining(expected),
    ]);
  });

  it.each([
    ['a day to come', good.replace('2026-10-02', '2026-11-23'), /future/],
    ['evidence without TLS', good.replace('https', 'http'), /https URL/],
    ['nobody', good.replace(/\nby.*/, ''), /not a full entity reference/],
    ['a plain link', 'https://grafana.acme.test', /Paste this/],
  ])('%s is a problem', (_, text, message) => {
    const { attestations, problems } = read(text);
    expect(attestations).toEqual([]);
    expect(problems[0]).toMatchObject({
      kind: 'invalid-attestation',
      message: expect.stringMatching(message),
    });
  });

  it('says when it names no check', () => {
    expect(read(good, 'gone').problems[0]?.message).toContain('names no check');
  });
});

import { ConfigReader } from '@backstage/config';
import { readConfig } from './readConfig';

function read(readiness?: object) {
  return readConfig(
    new ConfigReader(readiness ? { readiness: { ...readiness } } : {}),
  );
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      targets: { filter: { kind: 'Component' } },
      schedule: {
        catalogMilliseconds: 5 * 60_000,
        evaluationMilliseconds: 6 * 3_600_000,
      },
      reading: {
        maxFiles: 20_000,
        maxBytes: 209_715_200,
        maxFileBytes: 5_242_880,
        maxDepth: 40,
        concurrency: 4,
        timeoutMilliseconds: 120_000,
      },
      history: { days: 730 },
    });
  });

  it('takes what is set', () => {
    const config = read({
      targets: { filter: { kind: { $in: ['Component', 'Resource'] } } },
      schedule: { catalog: { seconds: 30 } },
      reading: { maxFiles: 5, timeout: '1m' },
      evaluation: { rollout: { 'load-tests': 'off' } },
    });
    expect(config.targets.filter).toEqual({
      kind: { $in: ['Component', 'Resource'] },
    });
    expect(config.schedule.catalogMilliseconds).toBe(30_000);
    expect(config.reading).toMatchObject({
      maxFiles: 5,
      timeoutMilliseconds: 60_000,
    });
  });

  it.each([
    [{ reading: { maxFiles: 0 } }, 'reading.maxFiles'],
    [{ reading: { maxfiles: 1 } }, 'maxfiles'],
    [{ schedule: { catalog: { minutes: 0 } } }, 'schedule.catalog'],
    [{ schedule: { evaluation: 'soon' } }, 'schedule.evaluation'],
    [{ targets: { filter: { kind: { $nope: 1 } } } }, 'targets.filter'],
    [{ target: {} }, 'target'],
  ])('names what is wrong with %j', (readiness, key) => {
    expect(() => read(readiness)).toThrow(/Invalid/);
    expect(() => read(readiness)).toThrow(key);
  });
});

import type { Finding } from 'backstage-plugin-readiness-common';
import { pass, type CheckContext } from '../../check';

/** Drivers that keep logs on the machine. */
const LOCAL = /^(json-file|local|none|journald|)$/;

/** Containers whose log driver ships their logs (ECS logConfiguration, compose logging). */
export function passLogDrivers({ facts }: CheckContext): Finding[] {
  return facts.workloads.flatMap(workload =>
    workload.containers.flatMap(container => {
      const { logDriver } = container;
      return logDriver.state === 'known' && !LOCAL.test(logDriver.value)
        ? [
            pass(container, {
              message: `Logs go through ${logDriver.value}`,
              at: [logDriver.location],
            }),
          ]
        : [];
    }),
  );
}

/** Functions and Cloud Run log to their cloud's service without being told to. */
export function passPlatformLogs({ facts }: CheckContext): Finding[] {
  return facts.workloads
    .filter(
      ({ platform, type }) =>
        /^google_cloud_run/.test(type) ||
        (platform === 'function' &&
          /lambda|AWS::|google_|serverless/i.test(type)),
    )
    .map(workload =>
      pass(workload, {
        message: `By default its output goes to ${
          /google/.test(workload.type) ? 'Cloud Logging' : 'CloudWatch Logs'
        }`,
      }),
    );
}

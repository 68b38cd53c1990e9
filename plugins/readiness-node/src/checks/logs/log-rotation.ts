import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, forEachSubject, judge, pass } from '../../check';
import type { LogRotationFact } from '../../facts/types/observability';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';

/** Drivers that write to the disk of the machine. */
const ON_DISK = /^json-file$/;

export const logRotation = defineCheck({
  id: 'log-rotation',
  category: 'logs',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'Logs on disk are rotated',
  description:
    'Compose services that log to files bound them with max-size (or use a driver that ships or rotates), and hosts have logrotate, journald limits or a bounded Docker daemon. Not applicable where nothing writes logs to a disk that the repository manages.',
  rationale:
    'A full disk is one of the oldest outages there is, and its favourite cause is a log. The default driver of Docker keeps everything; two options make it harmless.',
  references: [
    {
      title: 'Docker: JSON File logging driver',
      url: 'https://docs.docker.com/engine/logging/drivers/json-file/',
    },
    {
      title: 'journald.conf',
      url: 'https://www.freedesktop.org/software/systemd/man/latest/journald.conf.html',
    },
  ],
  remediation: {
    summary:
      'Set logging.options.max-size and max-file for each compose service, or log-opts in daemon.json; install a logrotate rule on hosts.',
    effortMinutes: 10,
    snippets: {
      compose:
        'services:\n  web:\n    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n        max-file: "3"\n',
      logrotate:
        '/var/log/cart/*.log {\n  daily\n  rotate 7\n  compress\n  missingok\n}\n',
    },
  },
  examples: [
    {
      title: 'A bounded service',
      files: {
        'compose.yaml':
          'services:\n  web:\n    image: nginx:1.27\n    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n',
      },
      outcome: 'pass',
    },
    {
      title: 'The default driver keeps everything',
      files: { 'compose.yaml': 'services:\n  web:\n    image: nginx:1.27\n' },
      outcome: 'fail',
    },
    {
      title: 'logrotate on a host',
      files: {
        'files/logrotate.d/cart':
          '/var/log/cart/*.log {\n  daily\n  rotate 7\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'files/logrotate.d/cart',
          outcome: 'pass',
          at: 'files/logrotate.d/cart:2',
        },
      ],
    },
    {
      title: 'Nothing on a disk',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const daemon = facts.logRotations.find(
      each => each.tool === 'the Docker daemon' && isBounded(each),
    );
    const containers = facts.workloads
      .filter(({ platform }) => platform === 'compose')
      .flatMap(workload => workload.containers);
    return forEachSubject(
      [
        ...containers.map(each => judgeContainer(each, daemon)),
        ...facts.logRotations.map(judgeRotation),
      ],
      'Nothing that writes logs to a disk of its own',
      finding => finding,
    );
  },
});

function judgeContainer(
  container: WorkloadContainerFact,
  daemon: LogRotationFact | undefined,
): Finding {
  const { logDriver, logMaxSize } = container;
  if (logDriver.state === 'known' && !ON_DISK.test(logDriver.value)) {
    return pass(container, {
      message: `The driver ${logDriver.value} keeps no growing file`,
      at: [logDriver.location],
    });
  }
  if (logMaxSize.state === 'absent' && daemon !== undefined) {
    return pass(container, {
      message: `${daemon.subject} bounds the logs of all containers`,
      at: [daemon.location],
    });
  }
  return judge(container, logMaxSize, {
    expected: 'logging.options.max-size',
    passes: size => size.trim() !== '' && size !== '-1',
    absentMessage:
      'max-size is not set; the json-file driver keeps logs without limit by default',
  });
}

function judgeRotation(rotation: LogRotationFact): Finding {
  return judge(rotation, rotation.isBounded, {
    expected: `a limit in ${rotation.tool}`,
    passes: isOn => isOn,
  });
}

function isBounded({ isBounded: bounded }: LogRotationFact): boolean {
  return bounded.state === 'known' && bounded.value;
}

import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  findCommandPlaces,
  forEachSubject,
  pass,
  type CommandPlace,
} from '../../check';
import type { ContainerCopyFact } from '../../facts/types/containers';
import { findDownloads } from './downloads';

const EXPECTED =
  'a checksum or signature that is checked before anything is run';

export const noUnverifiedDownload = defineCheck({
  id: 'no-unverified-download',
  category: 'install',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Downloads are verified before they are run',
  description:
    'No Dockerfile, user data, CI job or script pipes curl or wget into a shell, or downloads something and executes it without checking a checksum or signature.',
  rationale:
    'Whoever owns that URL for one minute owns every build that runs in that minute. A line with the checksum turns a takeover into a failing build.',
  knownAs: ['OSSF Pinned-Dependencies'],
  references: [
    {
      title: 'OpenSSF Scorecard: Pinned-Dependencies',
      url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    },
    {
      title: 'Codecov: bash uploader security update',
      url: 'https://about.codecov.io/security-update/',
    },
  ],
  remediation: {
    summary:
      'Download to a file, check its SHA-256 (or signature), then run it; or take the tool from a package manager or image.',
    effortMinutes: 15,
    snippets: {
      dockerfile:
        'RUN curl -fsSLo tool.sh https://example.test/v1.2.3/install.sh \\\n && echo "<sha256>  tool.sh" | sha256sum -c - \\\n && sh tool.sh\n',
      'github-actions':
        '- run: |\n    curl -fsSLo kubectl https://dl.k8s.io/v1.31.0/bin/linux/amd64/kubectl\n    echo "<sha256>  kubectl" | sha256sum --check\n    chmod +x kubectl\n',
    },
  },
  examples: [
    {
      title: 'curl piped into a shell',
      files: {
        Dockerfile:
          'FROM debian:12\nRUN curl -fsSL https://get.example.test | sh\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'Dockerfile', outcome: 'fail', at: 'Dockerfile:2' },
      ],
    },
    {
      title: 'A checksum in between',
      files: {
        Dockerfile:
          'FROM debian:12\nRUN curl -fsSLo i.sh https://get.example.test/i.sh \\\n && echo "abc  i.sh" | sha256sum -c - \\\n && sh i.sh\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'Dockerfile', outcome: 'pass', at: 'Dockerfile:2' },
      ],
    },
    {
      title: 'A job that downloads a program',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          curl -LO https://dl.example.test/kubectl\n          chmod +x kubectl\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: '.github/workflows/ci.yml#a',
          outcome: 'fail',
          at: '.github/workflows/ci.yml:6',
        },
      ],
    },
    {
      title: 'Nothing runs commands',
      files: { 'main.tf': '\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const places = findCommandPlaces(facts).filter(
      place => place.commands.length > 0,
    );
    const copies = new Map(
      facts.containerfiles.map(file => [
        file.subject,
        file.stages.flatMap(stage => stage.copies),
      ]),
    );
    return forEachSubject(
      places,
      'no Dockerfile, job, user data or script runs commands',
      place => judgePlace(place, copies.get(place.subject) ?? []),
    );
  },
});

function judgePlace(
  place: CommandPlace,
  copies: readonly ContainerCopyFact[],
): readonly Finding[] {
  const downloads = findDownloads(place);
  const added = findAdded(place, copies);
  const failures = downloads
    .filter(({ verifiedBy }) => verifiedBy === undefined)
    .map(({ command, executedBy }) =>
      fail(place, {
        message: `${command.text} is run unverified by ${executedBy.text}`,
        expected: EXPECTED,
        actual: command.text,
        at: [command.location, executedBy.location],
      }),
    );
  if (failures.length + added.length > 0) return [...failures, ...added];
  const [verified] = downloads;
  return [
    verified
      ? pass(place, {
          message: `${verified.command.text} is verified by ${
            verified.verifiedBy?.text ?? ''
          }`,
          expected: EXPECTED,
          at: [verified.command.location],
        })
      : pass(place, {
          message: `No download is executed in ${place.commands.length} commands`,
          expected: EXPECTED,
          at: [{ ...place.location, endLine: place.location.startLine }],
        }),
  ];
}

/** `ADD https://…` of something that is made executable, without a checksum. */
function findAdded(
  place: CommandPlace,
  copies: readonly ContainerCopyFact[],
): readonly Finding[] {
  return copies
    .filter(
      ({ instruction, checksum, sources, target }) =>
        instruction === 'ADD' &&
        checksum === undefined &&
        sources.some(source => /^https?:/.test(source)) &&
        isRun(place, sources, target),
    )
    .map(copy =>
      fail(place, {
        message: `ADD ${copy.sources.join(' ')} is run without a checksum`,
        expected: 'ADD --checksum=sha256:…',
        actual: `ADD ${copy.sources.join(' ')}`,
        at: [copy.location],
      }),
    );
}

function isRun(
  place: CommandPlace,
  sources: readonly string[],
  target: string,
): boolean {
  const names = [target, ...sources]
    .map(path => path.replace(/^.*\//, ''))
    .filter(name => name !== '');
  return place.commands.some(
    ({ words }) =>
      /^(chmod|sh|bash|dpkg|rpm|python3?)$/.test(words[0] ?? '') &&
      words.slice(1).some(word => names.includes(word.replace(/^.*\//, ''))),
  );
}

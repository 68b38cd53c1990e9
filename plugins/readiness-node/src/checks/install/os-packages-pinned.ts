import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  findCommandPlaces,
  mergeFindings,
  notApplicable,
  pass,
  unknown,
  withFindings,
  type CommandPlace,
} from '../../check';
import type { MachineImageFact } from '../../facts/types/hosts';
import { findPackageInstall } from './packageArguments';

const VERSION = /\d+\.\d+|20\d{2}|-\d{1,2}[-*]|\d{6,}/;

export const osPackagesPinned = defineCheck({
  id: 'os-packages-pinned',
  category: 'install',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'System packages and machine images carry versions',
  description:
    'Packages that RUN instructions and user data install by apt, apk, yum, dnf, zypper, pip, npm -g, gem and go install carry versions, and machine images are not floating: no most_recent AMI without a version in its filter, no version = "latest".',
  rationale:
    'The application is pinned, the ground it stands on isn’t: a rebuild on Thursday brings another OpenSSL, another libc, another base machine, and nobody changed anything.',
  knownAs: [
    'DL3008',
    'DL3013',
    'DL3016',
    'DL3018',
    'DL3028',
    'DL3033',
    'DL3037',
    'DL3041',
    'DL3062',
  ],
  references: [
    {
      title: 'hadolint DL3008',
      url: 'https://github.com/hadolint/hadolint/wiki/DL3008',
    },
    {
      title: 'hadolint DL3018',
      url: 'https://github.com/hadolint/hadolint/wiki/DL3018',
    },
    {
      title: 'Terraform: aws_ami',
      url: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami',
    },
  ],
  remediation: {
    summary:
      'Name versions, or take packages from a snapshot of the archive; name the release in the filter of an AMI.',
    effortMinutes: 30,
    snippets: {
      dockerfile:
        'RUN apt-get update && apt-get install -y --no-install-recommends curl=7.88.* \\\n && rm -rf /var/lib/apt/lists/*\nRUN apk add --no-cache curl=~8.9\n',
      terraform:
        'data "aws_ami" "ubuntu" {\n  most_recent = true\n  owners      = ["099720109477"]\n\n  filter {\n    name   = "name"\n    values = ["ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20250115"]\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'A version',
      files: {
        Dockerfile:
          'FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.1-10\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'Dockerfile', outcome: 'pass', at: 'Dockerfile:2' },
      ],
    },
    {
      title: 'No version',
      files: { Dockerfile: 'FROM alpine:3.20\nRUN apk add --no-cache curl\n' },
      outcome: 'fail',
      findings: [
        { subject: 'Dockerfile', outcome: 'fail', at: 'Dockerfile:2' },
      ],
    },
    {
      title: 'The newest AMI of any release',
      files: {
        'main.tf':
          'data "aws_ami" "a" {\n  most_recent = true\n  owners      = ["self"]\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'data.aws_ami.a', outcome: 'fail', at: 'main.tf:2' },
      ],
    },
    {
      title: 'Nothing is installed',
      files: { Dockerfile: 'FROM debian:12\nRUN make\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const places = findCommandPlaces(facts).filter(
      ({ kind, subject }) =>
        kind === 'containerfile' ||
        (kind === 'host' && isUserData(facts.hostScripts, subject)),
    );
    const findings = [
      ...places.flatMap(judgePlace),
      ...facts.machineImages.flatMap(judgeImage),
    ];
    return findings.length === 0
      ? notApplicable(
          'no Dockerfile or user data installs system packages, and no machine image is looked up',
        )
      : withFindings(mergeFindings(findings));
  },
});

function isUserData(
  scripts: readonly { readonly subject: string; readonly kind: string }[],
  subject: string,
): boolean {
  return scripts.some(
    script =>
      script.subject === subject &&
      /^(user-data|cloud-init)$/.test(script.kind),
  );
}

function judgePlace(place: CommandPlace): readonly Finding[] {
  return place.commands.flatMap(command => {
    const install = findPackageInstall(command);
    if (install === undefined) return [];
    const { manager, packages, floating, rules } = install;
    const details = {
      rules,
      expected: 'a version for each package',
      at: [command.location],
    };
    return floating.length === 0
      ? pass(place, {
          ...details,
          message: `${manager}: ${packages.join(', ')}`,
          actual: packages.join(' '),
        })
      : fail(place, {
          ...details,
          message: `${manager} installs without a version: ${floating.join(
            ', ',
          )}`,
          actual: floating.join(' '),
        });
  });
}

function judgeImage(image: MachineImageFact): readonly Finding[] {
  const { takesNewest, filter } = image;
  const newest = takesNewest.state === 'known' ? takesNewest.value : false;
  const details = {
    expected: 'an image of a named version',
    at: [takesNewest.location],
  };
  if (takesNewest.state === 'unresolved')
    return [
      unknown(image, {
        ...details,
        message: `${takesNewest.setting} is ${takesNewest.expression}, which cannot be resolved`,
      }),
    ];
  if (!newest)
    return [
      pass(image, { ...details, message: `${image.subject} names one image` }),
    ];
  const text = getWritten(filter);
  if (VERSION.test(text.replace(/x86_64|arm64|amd64|hvm-\d+/g, '')))
    return [
      pass(image, {
        ...details,
        message: `${image.subject} takes the newest image of ${text}`,
        actual: text,
      }),
    ];
  if (filter.state === 'unresolved')
    return [
      unknown(image, {
        ...details,
        message: `The filter of ${image.subject} is ${text}, which cannot be resolved`,
        actual: text,
      }),
    ];
  return [
    fail(image, {
      ...details,
      message: `${image.subject} takes the newest image there is${
        text === '' ? '' : ` of ${text}`
      }`,
      actual: text === '' ? takesNewest.setting : text,
    }),
  ];
}

/** The text, or the expression when nobody knows the text. */
function getWritten(value: MachineImageFact['filter']): string {
  if (value.state === 'known') return value.value;
  return value.state === 'unresolved' ? value.expression : '';
}

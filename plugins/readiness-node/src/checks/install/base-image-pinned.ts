import {
  defineCheck,
  fail,
  forEachSubject,
  pass,
  unknown,
  type FindingDetails,
} from '../../check';
import type {
  ContainerfileFact,
  ContainerStageFact,
} from '../../facts/types/containers';

const RULES = ['DL3006', 'DL3007', 'CKV_DOCKER_7', 'DS-0001'];
const EXPECTED = 'a tag other than latest, or a digest';

export const baseImagePinned = defineCheck({
  id: 'base-image-pinned',
  category: 'install',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Base images are pinned',
  description:
    'Every FROM that is neither scratch nor an earlier stage names a tag other than latest, or a digest; defaults of ARG are put in. Development containers are left out.',
  rationale:
    'An image without a version is a different image tomorrow: the same commit builds something else, a rollback brings no rollback, and nobody can say what ran last night.',
  knownAs: RULES,
  references: [
    {
      title: 'hadolint DL3006',
      url: 'https://github.com/hadolint/hadolint/wiki/DL3006',
    },
    {
      title: 'Docker: pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    },
  ],
  remediation: {
    summary:
      'Give each FROM a version tag, or better a tag and a digest that Dependabot or Renovate keeps fresh.',
    effortMinutes: 10,
    snippets: { dockerfile: 'FROM node:22.11-alpine3.20@sha256:<digest>\n' },
  },
  examples: [
    {
      title: 'A version',
      files: { Dockerfile: 'FROM node:22-alpine\n' },
      outcome: 'pass',
      findings: [
        { subject: 'Dockerfile', outcome: 'pass', at: 'Dockerfile:1' },
      ],
    },
    {
      title: 'latest',
      files: {
        'build/Dockerfile':
          'FROM golang:1.23 AS build\nFROM debian:latest\nCOPY --from=build /a /a\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'build/Dockerfile',
          outcome: 'fail',
          at: 'build/Dockerfile:2',
        },
      ],
    },
    {
      title: 'No tag',
      files: { Dockerfile: 'FROM ubuntu\n' },
      outcome: 'fail',
      findings: [
        { subject: 'Dockerfile', outcome: 'fail', at: 'Dockerfile:1' },
      ],
    },
    {
      title: 'A default of ARG',
      files: { Dockerfile: 'ARG BASE=python:3.12-slim\nFROM ${BASE}\n' },
      outcome: 'pass',
    },
    {
      title: 'A variable nobody knows',
      files: { Dockerfile: 'ARG BASE\nFROM ${BASE}\n' },
      outcome: 'unknown',
    },
    {
      title: 'No Dockerfile',
      files: { 'main.tf': '\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const stages = facts.containerfiles
      .filter(file => !file.isDevelopment)
      .flatMap(file => file.stages.map(stage => ({ file, stage })));
    return forEachSubject(
      stages,
      'no Dockerfile pulls a base image',
      ({ file, stage }) =>
        stage.baseKind === 'image' ? judgeStage(file, stage) : undefined,
    );
  },
});

function judgeStage(file: ContainerfileFact, stage: ContainerStageFact) {
  const { image } = stage;
  if (image.state === 'absent') return undefined;
  const reference = image.state === 'known' ? image.value : image.expression;
  const shown = image.state === 'known' ? image.text ?? image.value : reference;
  const written = `FROM ${shown}`;
  const { tag, digest } = splitReference(reference);
  const details: FindingDetails = {
    message: written,
    rules: RULES,
    expected: EXPECTED,
    actual: written,
    at: [image.location],
  };
  if (digest !== undefined) return pass(file, details);
  if (tag === 'latest') return fail(file, details);
  if (tag !== undefined && isFixed(tag)) return pass(file, details);
  if (image.state === 'unresolved') {
    const message = `${written} cannot be resolved: the variable has no default`;
    return unknown(file, { ...details, message });
  }
  const message = `${written} has no tag; the default is latest`;
  return fail(file, { ...details, message });
}

/** A tag with a fixed part cannot turn out to be latest. */
function isFixed(tag: string): boolean {
  return (
    tag.replace(/\$\{[^}]*\}|\$\w+/g, '').length > (tag.includes('$') ? 1 : 0)
  );
}

/** Tag and digest of an image reference. */
function splitReference(reference: string): { tag?: string; digest?: string } {
  const [name = '', digest] = reference.split('@');
  const last = name.slice(name.lastIndexOf('/') + 1);
  const plain = last.replace(/\$\{[^}]*\}/g, written =>
    written.replace(/:/g, '·'),
  );
  const colon = plain.indexOf(':');
  return {
    ...(colon >= 0 &&
      colon < last.length - 1 && { tag: last.slice(colon + 1) }),
    ...(digest !== undefined && { digest }),
  };
}

import { testCheck } from '../../testing';
import { baseImagePinned } from './base-image-pinned';

const from = (
  title: string,
  text: string,
  outcome: 'pass' | 'fail' | 'unknown' | 'not-applicable',
  count?: number,
) => ({
  title,
  files: { Dockerfile: text },
  outcome,
  ...(count !== undefined && {
    isComplete: true,
    findings: Array.from({ length: count }, () => ({
      subject: 'Dockerfile',
      outcome: 'pass' as const,
    })),
  }),
});

testCheck(baseImagePinned, [
  from('a digest', 'FROM node@sha256:0123456789abcdef\n', 'pass', 1),
  from('a port is no tag', 'FROM registry.acme.test:5000/node\n', 'fail'),
  from(
    'a registry with port and tag',
    'FROM registry.acme.test:5000/node:20\n',
    'pass',
    1,
  ),
  from('a platform', 'FROM --platform=$BUILDPLATFORM golang:1.23\n', 'pass', 1),
  from(
    'a stage used as base',
    'FROM golang:1.23 AS build\nFROM build AS test\nFROM scratch\n',
    'pass',
    1,
  ),
  from(
    'a stage by another case',
    'FROM golang:1.23 AS Build\nFROM build\n',
    'pass',
    1,
  ),
  from('scratch alone', 'FROM scratch\nCOPY a /\n', 'not-applicable'),
  from('a version from ARG', 'ARG V=3.20\nFROM alpine:${V}\n', 'pass', 1),
  from('a default in place', 'FROM alpine:${V:-3.20}\n', 'pass', 1),
  from('ARG that says latest', 'ARG V=latest\nFROM alpine:${V}\n', 'fail'),
  from('a version nobody knows', 'ARG V\nFROM alpine:${V}\n', 'unknown'),
  from(
    'part of a tag nobody knows',
    'ARG V\nFROM alpine:${V}-slim\n',
    'pass',
    1,
  ),
  from(
    'an unknown registry, no tag',
    'ARG R\nFROM ${R}/alpine:latest\n',
    'fail',
  ),
  from(
    'an unknown registry, a known tag',
    'ARG R\nFROM ${R}/alpine:3.20\n',
    'pass',
    1,
  ),
  from('two stages', 'FROM node:20 AS a\nFROM nginx:1.27\n', 'pass', 1),
  {
    title: 'Dockerfile.prod and the development container',
    files: {
      'Dockerfile.prod': 'FROM a:1\n',
      '.devcontainer/Dockerfile': 'FROM b\n',
      'examples/Dockerfile': 'FROM c\n',
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      { subject: 'Dockerfile.prod', outcome: 'pass', at: 'Dockerfile.prod:1' },
    ],
  },
  {
    title: 'ARG after FROM is not seen by FROM',
    files: { Dockerfile: 'FROM a:1\nARG B=b:1\nFROM $B\n' },
    outcome: 'unknown',
  },
]);

import { testCheck } from '../../testing';
import { writeDeployment } from '../manifestSamples';
import { nonRootContainer } from './non-root-container';

const inPod = (pod: string, container: string) => ({
  'cart.yaml': writeDeployment({
    pod: `securityContext: ${pod}`,
    container: `securityContext: ${container}`,
  }),
});
const cart = (outcome: 'pass' | 'fail', line: number) => [
  {
    subject: 'Deployment/default/cart#cart',
    outcome,
    at: `cart.yaml:${line}`,
  },
];

testCheck(nonRootContainer, [
  {
    title: 'the container overrules the pod',
    files: inPod('{ runAsUser: 1000 }', '{ runAsUser: 0 }'),
    outcome: 'fail',
    findings: cart('fail', 12),
  },
  {
    title: 'runAsNonRoot false with a user is fine',
    files: inPod('{ runAsNonRoot: false }', '{ runAsUser: 1000 }'),
    outcome: 'pass',
    findings: cart('pass', 12),
  },
  {
    title: 'root in spite of runAsNonRoot does not start',
    files: inPod('{ runAsNonRoot: true }', '{ runAsUser: 0 }'),
    outcome: 'fail',
    findings: cart('fail', 12),
  },
  {
    title: 'the user of an earlier stage, of a base, and root again',
    files: {
      'a/Dockerfile':
        'FROM node:22 AS base\nUSER node\nFROM base\nCMD ["node"]\n',
      'b/Dockerfile':
        'FROM golang:1.23 AS build\nUSER 1000\nFROM gcr.io/distroless/static:nonroot\nCOPY --from=build /x /x\n',
      'c/Dockerfile':
        'FROM node:22\nUSER node\nUSER root\nRUN apt-get update\n',
      'd/Dockerfile': 'FROM node:22\nARG WHO\nUSER $WHO\n',
      'e/Dockerfile': 'FROM scratch\nCOPY x /x\nUSER 0:0\n',
      '.devcontainer/Dockerfile': 'FROM node:22\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'a/Dockerfile', outcome: 'pass', at: 'a/Dockerfile:2' },
      { subject: 'b/Dockerfile', outcome: 'pass', at: 'b/Dockerfile:3' },
      { subject: 'c/Dockerfile', outcome: 'fail', at: 'c/Dockerfile:3' },
      { subject: 'd/Dockerfile', outcome: 'unknown', at: 'd/Dockerfile:3' },
      { subject: 'e/Dockerfile', outcome: 'fail', at: 'e/Dockerfile:3' },
    ],
  },
]);

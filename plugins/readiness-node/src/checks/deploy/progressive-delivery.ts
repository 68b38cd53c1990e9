import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, mergeFindings, pass, presence } from '../../check';
import type { JobFact } from '../../facts/types/pipelines';
import { writeDeployment } from '../manifestSamples';

export const progressiveDelivery = defineCheck({
  id: 'progressive-delivery',
  category: 'deploy',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'A new version meets a few users first',
  description:
    'There is an Argo Rollout, a Flagger canary, CodeDeploy with canary, linear or blue-green deployments, weighted routing or a traffic split, or a deployment slot. One that is off by default counts half.',
  rationale:
    'Tests find the mistakes that somebody thought of. A canary of five percent finds the others while ninety-five percent of the users notice nothing, and takes the version back before anybody is called.',
  references: [
    {
      title: 'Argo Rollouts',
      url: 'https://argo-rollouts.readthedocs.io/en/stable/',
    },
    {
      title: 'AWS CodeDeploy: Deployment configurations',
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html',
    },
  ],
  remediation: {
    summary:
      'Replace the Deployment by an Argo Rollout with canary steps, or give the function a DeploymentPreference.',
    effortMinutes: 240,
    snippets: {
      kubernetes:
        'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  strategy:\n    canary:\n      steps:\n        - setWeight: 10\n        - pause: { duration: 10m }\n',
      cloudformation:
        'Send:\n  Type: AWS::Serverless::Function\n  Properties:\n    AutoPublishAlias: live\n    DeploymentPreference:\n      Type: Canary10Percent5Minutes\n',
      terraform:
        'resource "aws_codedeploy_deployment_group" "cart" {\n  deployment_style {\n    deployment_option = "WITH_TRAFFIC_CONTROL"\n    deployment_type   = "BLUE_GREEN"\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'Flagger',
      files: {
        'k8s/canary.yaml':
          'apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: { name: cart }\nspec:\n  targetRef: { kind: Deployment, name: cart }\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Canary/default/cart',
          outcome: 'pass',
          at: 'k8s/canary.yaml:1',
        },
      ],
    },
    {
      title: 'A function that moves ten percent first',
      files: {
        'template.yaml':
          'Resources:\n  Send:\n    Type: AWS::Serverless::Function\n    Properties:\n      DeploymentPreference:\n        Type: Canary10Percent5Minutes\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'Send', outcome: 'pass', at: 'template.yaml:6' }],
    },
    {
      title: 'A plain Deployment',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const commands = context.facts.jobs.flatMap(findCommands);
    const signs = context.facts.progressiveDeliveries;
    const active = signs.filter(sign => sign.offByDefault === undefined);
    const isActive = active.length > 0 || commands.length > 0;
    const shown = isActive ? active : signs;
    return presence(
      context,
      'progressive delivery (Argo Rollouts, Flagger, CodeDeploy, weighted routing, slots)',
      mergeFindings([
        ...commands,
        ...shown.map(sign =>
          sign.offByDefault === undefined
            ? pass(sign, { message: sign.message })
            : fail(sign, {
                message: `${sign.message}, but it is off by default: ${sign.offByDefault}`,
                actual: 'off by default',
                partial: true,
              }),
        ),
      ]),
    );
  },
});

/** Commands that move a part of the traffic, or swap slots. */
const COMMAND =
  /\bargo rollouts (promote|set|retry)\b|\brun services update-traffic\b|\bapp services set-traffic\b|\b(webapp|functionapp) deployment slot swap\b/;

function findCommands(job: JobFact): readonly Finding[] {
  const command = job.commands.find(({ text }) => COMMAND.test(text));
  if (command)
    return [pass(job, { message: command.text, at: [command.location] })];
  const swap = job.actions.find(
    ({ name, inputs }) =>
      /^AzureAppServiceManage$/i.test(name) &&
      /swap slots/i.test(Object.values(inputs).join('\n')),
  );
  return swap
    ? [pass(job, { message: 'Swaps slots', at: [swap.location] })]
    : [];
}

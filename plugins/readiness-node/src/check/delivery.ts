import type { Finding } from 'backstage-plugin-readiness-common';
import type { Facts } from '../facts/facts';
import type { DeliveryFact, JobFact } from '../facts/types/pipelines';
import type { CheckContext } from './check';
import { findDelivery, findPurposes } from './jobs';
import { pass } from './judge';

/** Objects that shape a roll-out but don't start one. */
const NO_DELIVERY = /^(Argo Rollouts|Flagger|Terraform helm_release)$/;

/** Environments that stand for a registry of packages or pages. */
const REGISTRY =
  /^(github-pages|docker(hub)?|release|publish)$|^(test-?)?(npm(js)?|pypi|rubygems|maven(-central)?|crates(\.io)?|nuget|hex)([-_ ].*)?$/i;

/** Proof that an application is put into service by a pipeline or by GitOps. @public */
export function findApplicationDeliveries({
  facts,
  entity,
}: CheckContext): readonly Finding[] {
  const isWebsite = /^(website|documentation)$/.test(entity.type ?? '');
  return [
    ...facts.jobs.flatMap(job => judgeJob(job, isWebsite)),
    ...findDeclaredDeliveries(facts).map(passDelivery),
  ];
}

/** Argo CD, Flux, Skaffold, CodePipeline, CodeDeploy, Spinnaker. @public */
export function findDeclaredDeliveries(facts: Facts): readonly DeliveryFact[] {
  return facts.deliveries.filter(
    ({ delivers, tool }) =>
      delivers === 'application' && !NO_DELIVERY.test(tool),
  );
}

function passDelivery(delivery: DeliveryFact): Finding {
  return pass(delivery, {
    message: `${delivery.tool} delivers ${delivery.subject}`,
    actual: delivery.text,
  });
}

function judgeJob(job: JobFact, isWebsite: boolean): readonly Finding[] {
  const delivery =
    findDelivery(job) ??
    (isWebsite ? findPurposes(job, 'deploy')[0] : undefined);
  if (delivery) {
    return [
      pass(job, {
        message: `${job.name} deploys by ${delivery.tool}: ${delivery.text}`,
        actual: delivery.text,
        at: [delivery.location],
      }),
    ];
  }
  if (!isDeployedByEnvironment(job)) return [];
  return [
    pass(job, {
      message: `${job.name} deploys to the environment ${job.environment}`,
      actual: `environment: ${job.environment}`,
    }),
  ];
}

/** Whether an environment is all that says that the job deploys. @public */
export function isDeployedByEnvironment({
  environment,
  purposes,
}: JobFact): boolean {
  const isOther = purposes.some(
    ({ purpose, delivers }) =>
      /^(deploy|test|plan|apply|scan|lint)$/.test(purpose) ||
      delivers === 'documentation',
  );
  return environment !== undefined && !isOther && !REGISTRY.test(environment);
}

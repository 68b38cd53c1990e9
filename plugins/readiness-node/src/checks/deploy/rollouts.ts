import type { Finding } from 'backstage-plugin-readiness-common';
import {
  fail,
  getKnown,
  isKind,
  isKubernetes,
  judge,
  pass,
  unknown,
} from '../../check';
import type { WorkloadFact } from '../../facts/types/workloads';
import type { FactValue } from '../../facts/value';

/** How each platform replaces the old version by the new. */
export function judgeRollout(workload: WorkloadFact): readonly Finding[] {
  if (workload.role !== 'service') return [];
  const { platform, type } = workload;
  if (isKubernetes(workload)) return judgeKubernetes(workload);
  if (platform === 'ecs') return [judgeTasks(workload)];
  if (platform === 'function') return judgeFunction(workload);
  if (/^(aws_autoscaling_group|AWS::AutoScaling::)/.test(type)) {
    return [judgeAutoScalingGroup(workload)];
  }
  if (/^google_compute_/.test(type)) return [judgeInstanceGroup(workload)];
  return /scale_set$/.test(type) ? [judgeScaleSet(workload)] : [];
}

const ROLLING_RULES = ['no-rolling-update-strategy', 'deployment-strategy'];

function judgeKubernetes(workload: WorkloadFact): readonly Finding[] {
  const { strategy, maxUnavailable } = workload.rollout;
  if (isKind(workload, 'StatefulSet')) {
    return [
      judge(workload, strategy, {
        rules: ['no-rolling-update-strategy'],
        expected: 'updateStrategy.type: RollingUpdate',
        passes: type => type !== 'OnDelete',
      }),
    ];
  }
  if (isKind(workload, 'Rollout') && strategy.state !== 'unresolved') {
    return [
      judge(workload, strategy, {
        expected: 'a canary or blueGreen strategy',
        passes: () => true,
      }),
    ];
  }
  if (!isKind(workload, 'Deployment', 'DeploymentConfig')) return [];
  const finding = judge(workload, strategy, {
    rules: isKind(workload, 'Deployment')
      ? ROLLING_RULES
      : ['no-rolling-update-strategy'],
    expected: 'RollingUpdate without maxUnavailable: 100%',
    passes: type => type === 'RollingUpdate' || type === 'Rolling',
  });
  if (finding.outcome !== 'pass') return [finding];
  return [
    maxUnavailable.state === 'known' && maxUnavailable.value === '100%'
      ? fail(workload, {
          ...finding,
          message: `${maxUnavailable.setting} = 100% takes all pods at once`,
          actual: `${maxUnavailable.setting} = 100%`,
          at: [maxUnavailable.location],
        })
      : finding,
  ];
}

function judgeTasks(workload: WorkloadFact): Finding {
  const { strategy, minimumHealthyPercent } = workload.rollout;
  const type = getKnown(strategy);
  return type === 'CODE_DEPLOY' || type === 'EXTERNAL'
    ? pass(workload, {
        message: `${strategy.setting} = ${type} replaces the tasks`,
        at: [strategy.location],
      })
    : judge(workload, minimumHealthyPercent, {
        expected: `${minimumHealthyPercent.setting} of at least 50`,
        passes: percent => percent >= 50,
      });
}

function judgeAutoScalingGroup(workload: WorkloadFact): Finding {
  const { instanceRefresh, createBeforeDestroy } = workload.rollout;
  const isTerraform = workload.language === 'terraform';
  return judgeEither(workload, [instanceRefresh, createBeforeDestroy], {
    expected: isTerraform
      ? 'an instance_refresh block or create_before_destroy = true'
      : 'UpdatePolicy with AutoScalingRollingUpdate',
    message: 'A new launch template reaches no machine that runs',
  });
}

function judgeInstanceGroup(workload: WorkloadFact): Finding {
  const { maxUnavailable } = workload.rollout;
  return judge(workload, maxUnavailable, {
    expected: 'update_policy { max_unavailable_fixed = 0 }',
    passes: text => /^0+%?$/.test(text),
  });
}

function judgeScaleSet(workload: WorkloadFact): Finding {
  return judge(workload, workload.rollout.strategy, {
    expected: 'upgrade_mode = "Rolling"',
    passes: mode => mode === 'Rolling',
  });
}

/** Only Lambda asks for it; others shift traffic by themselves. */
function judgeFunction(workload: WorkloadFact): readonly Finding[] {
  const isLambda =
    /^(aws_lambda_function|AWS::(Lambda|Serverless)::Function|serverless\.function)$/;
  if (!isLambda.test(workload.type)) return [];
  return [
    judgeEither(workload, [workload.rollout.alias], {
      expected: 'an alias or a deployment preference',
      message: 'There is no alias: a new version takes all traffic at once',
    }),
  ];
}

function judgeEither(
  workload: WorkloadFact,
  settings: readonly FactValue<boolean>[],
  words: { readonly expected: string; readonly message: string },
): Finding {
  const { expected } = words;
  const set = settings.find(each => getKnown(each) === true);
  if (set !== undefined) {
    return pass(workload, {
      expected,
      message: `${set.setting} is set`,
      at: [set.location],
    });
  }
  const open = settings.find(each => each.state === 'unresolved');
  return open?.state === 'unresolved'
    ? unknown(workload, {
        expected,
        message: `${open.setting} is ${open.expression}, which cannot be resolved`,
        at: [open.location],
      })
    : fail(workload, { expected, message: words.message });
}

import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, judge, pass } from '../../check';
import type { MachineFact } from '../../facts/types/machines';

/** Sizes of AWS, Google and Azure that share a core by credits. */
const BURSTABLE_SMALL =
  /^(t[1-4][a-z]*\.(nano|micro|small)|(e2|f1|g1)-(micro|small)|Standard_B1(ls|s|ms)?(_v2)?|Standard_B2[pa]?t?s_v2)$/i;
/** Families of AWS that are not EBS optimised by themselves. */
const OLD_FAMILIES = /^(c1|c3|cc2|cr1|g2|hs1|i2|m1|m2|m3|r3|t1|t2)\./;
const RULED = new Set(['aws_instance']);

/** What is asked of a machine, one finding an aspect. */
export function judgeMachine(
  machine: MachineFact,
  productionNames: readonly string[],
): readonly Finding[] {
  const { environment } = machine;
  const isProduction =
    environment === undefined || productionNames.includes(environment);
  return [
    ...(isProduction ? judgeSizes(machine) : []),
    ...judgeDisks(machine),
    ...judgeOptimisation(machine),
  ];
}

function judgeSizes(machine: MachineFact): readonly Finding[] {
  return machine.instanceTypes.map(type =>
    judge(machine, type, {
      aspect: 'size',
      expected: 'no burstable nano, micro or small',
      passes: text => !BURSTABLE_SMALL.test(text),
    }),
  );
}

/** A root disk without a type has that of the image, which nobody knows here. */
function judgeDisks(machine: MachineFact): readonly Finding[] {
  return machine.blockDevices.flatMap(({ volumeType }) =>
    volumeType.state === 'absent' && volumeType.setting.startsWith('root_')
      ? []
      : [
          judge(machine, volumeType, {
            aspect: 'volume-type',
            expected: 'gp3',
            passes: text => text !== 'gp2',
          }),
        ],
  );
}

function judgeOptimisation(machine: MachineFact): readonly Finding[] {
  const isAmazon = /^(aws_|AWS::)/.test(machine.type);
  const { ebsOptimized, kind } = machine;
  const [type] = machine.instanceTypes;
  if (!isAmazon || kind === 'node-group' || type === undefined) return [];
  const base = {
    aspect: 'ebs-optimized',
    rules: RULED.has(machine.type) ? ['CKV_AWS_135'] : [],
    expected: `${ebsOptimized.setting} = true, or a family that brings it`,
  };
  if (ebsOptimized.state === 'known' && ebsOptimized.value) {
    return [judge(machine, ebsOptimized, { ...base, passes: isOn => isOn })];
  }
  if (type.state !== 'known') {
    return [judge(machine, type, { ...base, passes: () => false })];
  }
  return [
    OLD_FAMILIES.test(type.value)
      ? fail(machine, {
          ...base,
          message: `${ebsOptimized.setting} is not set, and ${type.value} does not bring it`,
          actual: type.value,
        })
      : pass(machine, {
          ...base,
          message: `${type.value} is EBS optimised by itself`,
          actual: type.value,
          at: [type.location],
        }),
  ];
}

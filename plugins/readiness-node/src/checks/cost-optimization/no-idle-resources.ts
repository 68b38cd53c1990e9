import type { Finding } from 'backstage-plugin-readiness-common';
import {
  type CheckContext,
  defineCheck,
  judge,
  judgeSetting,
  listRules,
  withMergedFindings,
} from '../../check';
import { TABLE } from './noIdleResourcesWords';

type Facts = CheckContext['facts'];

const JOB_RULE = 'kube-linter job-ttl-seconds-after-finished';
export const noIdleResources = defineCheck({
  id: 'no-idle-resources',
  category: 'cost-optimization',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'Nothing is paid for that nobody uses',
  description:
    'Reserved addresses and disks are attached to something, and finished Kubernetes Jobs are removed by a time to live.',
  rationale:
    'An address without a machine, a disk without an instance and thousands of finished pods cost money or attention every day, and nobody dares to delete them a year later. Code that attaches what it creates never gets there.',
  knownAs: [...listRules(TABLE), JOB_RULE],
  references: [
    {
      title: 'Elastic IP addresses',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
    },
    {
      title: 'Kubernetes: automatic cleanup for finished Jobs',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
    },
  ],
  remediation: {
    summary:
      'Associate the address or attach the volume in code, or delete it; set ttlSecondsAfterFinished on Jobs.',
    effortMinutes: 15,
    snippets: {
      terraform:
        'resource "aws_eip_association" "bastion" {\n  allocation_id = aws_eip.bastion.id\n  instance_id   = aws_instance.bastion.id\n}\n',
      cloudformation:
        'Address:\n  Type: AWS::EC2::EIP\n  Properties:\n    InstanceId: !Ref Bastion\n',
      kubernetes:
        'apiVersion: batch/v1\nkind: Job\nspec:\n  ttlSecondsAfterFinished: 3600\n',
    },
  },
  examples: [
    {
      title: 'An address for a NAT gateway, and one for nothing',
      files: {
        'main.tf':
          'resource "aws_eip" "nat" {}\nresource "aws_nat_gateway" "main" {\n  allocation_id = aws_eip.nat.id\n}\nresource "aws_eip" "spare" {}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_eip.nat', outcome: 'pass', at: 'main.tf:2' },
        { subject: 'aws_eip.spare', outcome: 'fail', at: 'main.tf:5' },
      ],
    },
    {
      title: 'A volume of CloudFormation that is attached',
      files: {
        'a.yaml':
          'Resources:\n  Data:\n    Type: AWS::EC2::Volume\n  Attachment:\n    Type: AWS::EC2::VolumeAttachment\n    Properties: { VolumeId: !Ref Data }\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'Data', outcome: 'pass', at: 'a.yaml:4' }],
    },
    {
      title: 'A Job that stays for ever',
      files: {
        'job.yaml':
          'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: migrate\nspec:\n  template:\n    spec:\n      containers:\n        - name: migrate\n          image: shop:1.2.3\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'Job/default/migrate', outcome: 'fail', at: 'job.yaml:1' },
      ],
    },
  ],
  evaluate({ facts }) {
    const stores = [...facts.staticAddresses, ...facts.volumes].flatMap(each =>
      each.isAttached
        ? [
            judgeSetting(each, each.isAttached, {
              table: TABLE,
              expected: 'something that uses it',
            }),
          ]
        : [],
    );
    const findings = [...stores, ...judgeJobs(facts)];
    return withMergedFindings(
      findings,
      'no reserved address, disk or Job in the files read',
    );
  },
});

/** CronJobs keep a few finished Jobs by themselves; only Jobs stay for ever. */
function judgeJobs(facts: Facts): readonly Finding[] {
  return facts.workloads
    .filter(
      workload =>
        workload.platform === 'kubernetes' &&
        /^(Job|kubernetes_job(_v1)?)$/.test(workload.type),
    )
    .map(job =>
      judge(job, job.jobTimeToLive, {
        rules: [JOB_RULE],
        expected: 'ttlSecondsAfterFinished',
        passes: () => true,
      }),
    );
}

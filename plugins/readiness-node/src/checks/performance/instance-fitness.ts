import { defineCheck, judge, withMergedFindings } from '../../check';
import { judgeMachine } from './machineFitness';

const MACHINE = (type: string) =>
  `resource "aws_instance" "app" {\n  instance_type = "${type}"\n  root_block_device {\n    volume_type = "${
    type.startsWith('t2') ? 'gp2' : 'gp3'
  }"\n  }\n}\n`;
const SUBJECT = 'aws_instance.app';

export const instanceFitness = defineCheck({
  id: 'instance-fitness',
  category: 'performance',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'Machines and disks fit production',
  description:
    'No burstable nano, micro or small machine in production (other environments are left out), gp3 instead of gp2 disks, EBS optimised where the family of the instance does not bring it anyway.',
  rationale:
    'Burstable machines are quick until their credits are gone, which happens under load and looks like anything but that. gp3 is a fifth cheaper than gp2 and does not slow small disks down; instances that are not EBS optimised share one wire for disk and network.',
  knownAs: ['CKV_AWS_135'],
  references: [
    {
      title: 'Amazon EC2: Burstable performance instances',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html',
    },
    {
      title: 'Amazon EBS: General purpose SSD volumes',
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
    },
  ],
  remediation: {
    summary:
      'Use a machine of the m, c or r families or a larger burstable one, set volume_type = "gp3", set ebs_optimized = true on old families.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_instance" "app" {\n  instance_type = "m7g.large"\n  root_block_device {\n    volume_type = "gp3"\n  }\n}\n',
      cloudformation:
        'App:\n  Type: AWS::EC2::Instance\n  Properties:\n    InstanceType: m7g.large\n',
    },
  },
  examples: [
    {
      title: 'A machine of today',
      files: { 'main.tf': MACHINE('m7g.large') },
      outcome: 'pass',
      findings: [
        { subject: SUBJECT, aspect: 'size', outcome: 'pass', at: 'main.tf:2' },
        {
          subject: SUBJECT,
          aspect: 'volume-type',
          outcome: 'pass',
          at: 'main.tf:4',
        },
        { subject: SUBJECT, aspect: 'ebs-optimized', outcome: 'pass' },
      ],
    },
    {
      title: 'A small old one with an old disk',
      files: { 'main.tf': MACHINE('t2.micro') },
      outcome: 'fail',
      findings: [
        { subject: SUBJECT, aspect: 'size', outcome: 'fail', at: 'main.tf:2' },
        {
          subject: SUBJECT,
          aspect: 'volume-type',
          outcome: 'fail',
          at: 'main.tf:4',
        },
        {
          subject: SUBJECT,
          aspect: 'ebs-optimized',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'No machine',
      files: { 'main.tf': 'resource "aws_s3_bucket" "a" {}\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts, options }) {
    return withMergedFindings(
      [
        ...facts.machines.flatMap(machine =>
          judgeMachine(machine, options.productionNames),
        ),
        ...facts.diskTypes.map(disk =>
          judge(disk, disk.volumeType, {
            aspect: 'volume-type',
            expected: 'gp3',
            passes: type => type !== 'gp2',
          }),
        ),
      ],
      'no machine or disk in the files read',
    );
  },
});

import { testCheck } from '../../testing';
import { instanceFitness } from './instance-fitness';

testCheck(instanceFitness, [
  {
    title: 'small machines are fine elsewhere than in production',
    files: {
      'envs/dev/main.tf':
        'resource "aws_instance" "app" {\n  instance_type = "t3.micro"\n}\n',
      'envs/prod/main.tf':
        'resource "aws_instance" "app" {\n  instance_type = "t3.micro"\n}\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_instance.app',
        aspect: 'size',
        outcome: 'fail',
        at: 'envs/prod/main.tf:2',
      },
      { subject: 'aws_instance.app', aspect: 'ebs-optimized', outcome: 'pass' },
    ],
  },
  {
    title: 'a type nobody knows, a disk by default, disks alone',
    files: {
      'main.tf': `variable "type" {}
resource "aws_instance" "given" {
  instance_type = var.type
  ebs_block_device { device_name = "/dev/sdf" }
  root_block_device {}
}
resource "aws_instance" "old" {
  instance_type = "m3.large"
  ebs_optimized = true
}
resource "aws_ebs_volume" "data" { size = 10 }
resource "aws_ebs_volume" "new" { type = "gp3" }
resource "google_compute_instance" "small" { machine_type = "e2-small" }
resource "azurerm_linux_virtual_machine" "big" { size = "Standard_D2s_v5" }
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'aws_instance.given',
        aspect: 'size',
        outcome: 'unknown',
        at: 'main.tf:3',
      },
      {
        subject: 'aws_instance.given',
        aspect: 'volume-type',
        outcome: 'fail',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_instance.given',
        aspect: 'ebs-optimized',
        outcome: 'unknown',
      },
      { subject: 'aws_instance.old', aspect: 'size', outcome: 'pass' },
      {
        subject: 'aws_instance.old',
        aspect: 'ebs-optimized',
        outcome: 'pass',
        at: 'main.tf:9',
      },
      {
        subject: 'aws_ebs_volume.data',
        aspect: 'volume-type',
        outcome: 'fail',
        at: 'main.tf:11',
      },
      { subject: 'aws_ebs_volume.new', aspect: 'volume-type', outcome: 'pass' },
      {
        subject: 'google_compute_instance.small',
        aspect: 'size',
        outcome: 'fail',
      },
      {
        subject: 'azurerm_linux_virtual_machine.big',
        aspect: 'size',
        outcome: 'pass',
      },
    ],
  },
]);

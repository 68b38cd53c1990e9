import { testCheck } from '../../testing';
import { noIdleResources } from './no-idle-resources';

testCheck(noIdleResources, [
  {
    title: 'sees attachments of every kind',
    files: {
      'main.tf': `resource "aws_eip" "direct" {
  instance = aws_instance.host.id
}
resource "aws_eip" "associated" {}
resource "aws_eip_association" "a" {
  allocation_id = aws_eip.associated.id
}
resource "aws_eip" "only_dns" {}
resource "aws_route53_record" "a" {
  records = [aws_eip.only_dns.public_ip]
}
resource "aws_ebs_volume" "loose" {}
resource "aws_ebs_volume" "attached" {}
resource "aws_volume_attachment" "a" {
  volume_id = aws_ebs_volume.attached.id
}
resource "azurerm_public_ip" "gateway" {}
resource "azurerm_lb" "front" {
  frontend_ip_configuration {
    public_ip_address_id = azurerm_public_ip.gateway.id
  }
}
resource "google_compute_address" "internal" {
  address_type = "INTERNAL"
}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_eip.direct', outcome: 'pass', at: 'main.tf:2' },
      { subject: 'aws_eip.associated', outcome: 'pass', at: 'main.tf:5' },
      { subject: 'aws_eip.only_dns', outcome: 'fail', at: 'main.tf:8' },
      { subject: 'aws_ebs_volume.loose', outcome: 'fail', at: 'main.tf:12' },
      { subject: 'aws_ebs_volume.attached', outcome: 'pass', at: 'main.tf:14' },
      {
        subject: 'azurerm_public_ip.gateway',
        outcome: 'pass',
        at: 'main.tf:18',
      },
    ],
    isComplete: true,
  },
  {
    title: 'wants a time to live of Jobs only',
    files: {
      'jobs.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  ttlSecondsAfterFinished: 600
  template: { spec: { containers: [{ name: a, image: a:1 }] } }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template: { spec: { containers: [{ name: a, image: a:1 }] } }
`,
    },
    outcome: 'pass',
    findings: [
      { subject: 'Job/default/migrate', outcome: 'pass', at: 'jobs.yaml:6' },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);

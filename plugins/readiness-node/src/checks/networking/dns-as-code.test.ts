import { testCheck } from '../../testing';
import { dnsAsCode } from './dns-as-code';

testCheck(dnsAsCode, [
  {
    title: "the record SAM makes for a gateway's domain",
    files: {
      'template.yaml':
        'Transform: AWS::Serverless-2016-10-31\nResources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: live\n      Domain:\n        DomainName: a.example.com\n        Route53: { HostedZoneName: example.com. }\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'Api', outcome: 'pass', at: 'template.yaml:3' }],
  },
]);

testCheck(dnsAsCode, [
  {
    title: 'Terraform installs external-dns',
    files: {
      'main.tf':
        'resource "helm_release" "dns" {\n  name  = "dns"\n  chart = "external-dns"\n}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'helm_release.dns', outcome: 'pass' }],
  },
]);

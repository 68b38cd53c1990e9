import { testCheck } from '../../testing';
import { osPackagesPinned } from './os-packages-pinned';

const run = (command: string, outcome: 'pass' | 'fail' | 'not-applicable') => ({
  title: command,
  files: { Dockerfile: `FROM a:1\nRUN ${command}\n` },
  outcome,
});
const ami = (
  title: string,
  values: string,
  outcome: 'pass' | 'fail' | 'unknown',
) => ({
  title,
  files: {
    'main.tf': `variable "v" {}\ndata "aws_ami" "a" {\n  most_recent = true\n  filter {\n    name   = "name"\n    values = [${values}]\n  }\n}\n`,
  },
  outcome,
  findings: [{ subject: 'data.aws_ami.a', outcome }],
});

testCheck(osPackagesPinned, [
  run('apt-get install -y --no-install-recommends curl=7.* git=1:2.39', 'pass'),
  run('apt-get install -y curl=7.* git', 'fail'),
  run('DEBIAN_FRONTEND=noninteractive apt-get -y install curl', 'fail'),
  run('apt-get install -y ./local.deb', 'not-applicable'),
  run('apt-get update', 'not-applicable'),
  run('apk add --no-cache --virtual .build gcc=13.2', 'pass'),
  run('apk add --no-cache "openssl>3"', 'pass'),
  run('yum install -y httpd-2.4.6', 'pass'),
  run('dnf install -y httpd', 'fail'),
  run('zypper install -y curl=8.0', 'pass'),
  run('pip install flask==3.0', 'pass'),
  run('pip install --upgrade pip', 'fail'),
  run('pip install -r requirements.txt', 'not-applicable'),
  run('pip install .', 'not-applicable'),
  run('python3 -m pip install awscli', 'fail'),
  run('npm install -g serve@14', 'pass'),
  run('npm install -g @angular/cli', 'fail'),
  run('npm install -g @angular/cli@18', 'pass'),
  run('npm install -g serve@latest', 'fail'),
  run('npm install express', 'not-applicable'),
  run('gem install bundler -v 2.5', 'pass'),
  run('gem install bundler:2.5', 'pass'),
  run('gem install rake', 'fail'),
  run('go install example.test/tool@v1.2.3', 'pass'),
  run('go install example.test/tool@latest', 'fail'),
  run('go install ./cmd/app', 'not-applicable'),
  ami(
    'a release in the filter',
    '"ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"',
    'pass',
  ),
  ami('no release in the filter', '"my-base-x86_64-*"', 'fail'),
  ami('a filter nobody knows', '"base-${var.v}-*"', 'unknown'),
  {
    title: 'user data',
    files: {
      'main.tf':
        'resource "aws_instance" "a" {\n  ami       = "ami-1"\n  user_data = <<-EOF\n    #!/bin/bash\n    yum install -y httpd\n  EOF\n}\n',
    },
    outcome: 'fail',
    findings: [{ subject: 'aws_instance.a', outcome: 'fail', at: 'main.tf:5' }],
  },
  {
    title: 'Azure',
    files: {
      'main.tf':
        'resource "azurerm_linux_virtual_machine" "a" {\n  source_image_reference {\n    version = "latest"\n  }\n}\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'azurerm_linux_virtual_machine.a',
        outcome: 'fail',
        at: 'main.tf:3',
      },
    ],
  },
  {
    title: 'cfn-init',
    files: {
      'a.yaml':
        'Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          packages:\n            yum:\n              httpd: []\n',
    },
    outcome: 'fail',
    findings: [{ subject: 'Web', outcome: 'fail', at: 'a.yaml:9' }],
  },
  {
    title: 'cfn-init with versions',
    files: {
      'a.yaml':
        'Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          packages:\n            yum:\n              httpd: ["2.4.62"]\n',
    },
    outcome: 'pass',
  },
]);

testCheck(osPackagesPinned, [
  {
    title: 'User data in base64',
    files: {
      'main.tf':
        'resource "aws_launch_template" "app" {\n  user_data = base64encode(<<-EOT\n    #cloud-config\n    packages:\n      - nginx\n  EOT\n  )\n}\n',
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_launch_template.app', outcome: 'fail', at: 'main.tf:2' },
    ],
  },
]);

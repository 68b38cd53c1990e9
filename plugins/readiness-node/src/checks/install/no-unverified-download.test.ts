import { testCheck } from '../../testing';
import { noUnverifiedDownload } from './no-unverified-download';

const run = (command: string, outcome: 'pass' | 'fail') => ({
  title: command,
  files: { Dockerfile: `FROM a:1\nRUN ${command}\n` },
  outcome,
  findings: [{ subject: 'Dockerfile', outcome }],
});

testCheck(noUnverifiedDownload, [
  run('curl -sSL https://x.test/i.sh | sudo -E bash -', 'fail'),
  run('wget -qO- https://x.test/i.sh | sh', 'fail'),
  run('curl -sSL https://x.test/i.py | python3 -', 'fail'),
  run('bash -c "$(curl -fsSL https://x.test/i.sh)"', 'fail'),
  run('bash <(curl -s https://x.test/i.sh)', 'fail'),
  run('curl -o /tmp/i.sh https://x.test/i.sh && bash /tmp/i.sh', 'fail'),
  run('wget https://x.test/tool && chmod +x tool', 'fail'),
  run('curl -L https://x.test/t.tgz | tar -xz -C /usr/local/bin', 'fail'),
  run('curl -sLo a.deb https://x.test/a.deb && dpkg -i a.deb', 'fail'),
  run(
    'curl -sLo a.deb https://x.test/a.deb && sha256sum -c a.sum && dpkg -i a.deb',
    'pass',
  ),
  run(
    'curl -fsSL https://x.test/key.gpg | gpg --dearmor -o /etc/apt/k.gpg',
    'pass',
  ),
  run('curl -L https://x.test/src.tgz | tar -xz -C /src', 'pass'),
  run('curl -f http://localhost:8080/health', 'pass'),
  run('curl -s https://x.test/data.json | jq .version', 'pass'),
  run('curl -s https://x.test/data.json | python3 -c "import json"', 'pass'),
  run(
    'curl -LO https://x.test/tool && cosign verify-blob tool && chmod 755 tool',
    'pass',
  ),
  run('make', 'pass'),
  {
    title: 'ADD of a program',
    files: {
      Dockerfile:
        'FROM a:1\nADD https://x.test/tini /tini\nRUN chmod +x /tini\n',
    },
    outcome: 'fail',
    findings: [{ subject: 'Dockerfile', outcome: 'fail', at: 'Dockerfile:2' }],
  },
  {
    title: 'ADD with a checksum',
    files: {
      Dockerfile:
        'FROM a:1\nADD --checksum=sha256:ab https://x.test/tini /tini\nRUN chmod +x /tini\n',
    },
    outcome: 'pass',
  },
  {
    title: 'a shell script',
    files: { 'setup.sh': '#!/bin/sh\ncurl https://x.test/i | bash\n' },
    outcome: 'fail',
    findings: [{ subject: 'setup.sh', outcome: 'fail', at: 'setup.sh:2' }],
  },
  {
    title: 'user data',
    files: {
      'main.tf':
        'resource "aws_instance" "a" {\n  user_data = <<-EOF\n    #!/bin/bash\n    curl -fsSL https://x.test | sh\n  EOF\n}\n',
    },
    outcome: 'fail',
    findings: [{ subject: 'aws_instance.a', outcome: 'fail', at: 'main.tf:4' }],
  },
  {
    title: 'CloudFormation user data',
    files: {
      'a.yaml':
        'Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: |\n          #!/bin/bash\n          curl -fsSL https://x.test | sh\n',
    },
    outcome: 'fail',
    findings: [{ subject: 'Web', outcome: 'fail' }],
  },
  {
    title: 'Ansible pipes into a shell',
    files: {
      'roles/web/tasks/main.yml':
        '- name: install\n  ansible.builtin.shell: curl -fsSL https://x.test/i.sh | sh\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'roles/web/tasks/main.yml',
        outcome: 'fail',
        at: 'roles/web/tasks/main.yml:2',
      },
    ],
  },
  {
    title: 'Ansible downloads a program',
    files: {
      'site.yml':
        '- hosts: all\n  tasks:\n    - get_url:\n        url: https://x.test/tool\n        dest: /usr/local/bin/tool\n        mode: "0755"\n',
    },
    outcome: 'fail',
    findings: [{ subject: 'site.yml', outcome: 'fail', at: 'site.yml:4' }],
  },
  {
    title: 'Ansible checks a checksum',
    files: {
      'site.yml':
        '- hosts: all\n  tasks:\n    - get_url:\n        url: https://x.test/tool\n        dest: /usr/local/bin/tool\n        mode: "0755"\n        checksum: sha256:ab\n',
    },
    outcome: 'pass',
  },
  {
    title: 'a provisioner of Packer',
    files: {
      'debian.pkr.hcl':
        'build {\n  provisioner "shell" {\n    inline = [\n      "apt-get update",\n      "curl -fsSL https://get.example.com/${var.v}.sh | sudo bash -s -- -y",\n    ]\n  }\n}\n',
    },
    outcome: 'fail',
    findings: [
      { subject: 'debian.pkr.hcl', outcome: 'fail', at: 'debian.pkr.hcl:5' },
    ],
    isComplete: true,
  },
]);

import { testCheck } from '../../testing';
import { privateAccess } from './private-access';

const service = (enabled: boolean) => ({
  'main.tf': `resource "aws_ecs_service" "cart" {\n  enable_execute_command = ${enabled}\n}\n`,
});

testCheck(privateAccess, [
  {
    title: 'ECS Exec is a session of the Session Manager',
    files: service(true),
    outcome: 'pass',
    findings: [
      { subject: 'aws_ecs_service.cart', outcome: 'pass', at: 'main.tf:1' },
    ],
  },
  { title: 'ECS Exec off', files: service(false), outcome: 'fail' },
]);

import { testCheck } from '../../testing';
import { caching } from './caching';

testCheck(caching, [
  {
    title: 'is satisfied by one of several',
    files: {
      'main.tf': `resource "aws_api_gateway_stage" "live" {
  cache_cluster_enabled = false
}
resource "aws_elasticache_cluster" "sessions" {
  engine = "memcached"
}
resource "google_compute_backend_service" "web" {
  enable_cdn = true
}
resource "google_compute_backend_service" "api" {
  enable_cdn = false
}
`,
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'aws_api_gateway_stage.live',
        outcome: 'fail',
        at: 'main.tf:2',
      },
      {
        subject: 'aws_elasticache_cluster.sessions',
        outcome: 'pass',
        at: 'main.tf:4',
      },
      {
        subject: 'google_compute_backend_service.web',
        outcome: 'pass',
        at: 'main.tf:7',
      },
    ],
    isComplete: true,
  },
  {
    title: 'cannot know a variable',
    files: {
      'main.tf':
        'variable "cache" {}\nresource "aws_api_gateway_stage" "live" {\n  cache_cluster_enabled = var.cache\n}\n',
    },
    outcome: 'unknown',
    findings: [
      {
        subject: 'aws_api_gateway_stage.live',
        outcome: 'unknown',
        at: 'main.tf:3',
      },
    ],
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);

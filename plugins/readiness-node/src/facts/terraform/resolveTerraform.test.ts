import { initialiseHclParser } from '../../parsers/hcl';
import { registryModules, loadRegistryModule } from './registry';
import { describeResources, resolveTexts } from './testing';

beforeAll(initialiseHclParser);

it('all registry modules parse', () => {
  for (const m of registryModules)
    for (const s of m.sources)
      expect(loadRegistryModule(s, undefined)).toBeDefined();
});
it('play', () => {
  const r = resolveTexts({
    'main.tf': `
data "aws_availability_zones" "available" {}
locals { azs = slice(data.aws_availability_zones.available.names, 0, 3) }
module "db" {
  source = "terraform-aws-modules/rds/aws"
  version = "~> 6.0"
  identifier = "x"
  multi_az = true
  subnet_ids = module.vpc.private_subnets
}
module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
  azs = local.azs
  private_subnets = [for k, v in local.azs : cidrsubnet("10.0.0.0/16", 4, k)]
}
module "bucket" {
  source = "git::https://github.com/terraform-aws-modules/terraform-aws-s3-bucket.git?ref=v4.1.0"
  bucket = "x"
  versioning = { enabled = true }
  lifecycle_rule = [
   { id = "a"
     enabled = true
     abort_incomplete_multipart_upload_days = 3 }
  ]
}
module "ecs" {
  source = "terraform-aws-modules/ecs/aws"
  cluster_name = "c"
  services = { web = { desired_count = 3, container_definitions = { app = { image = "nginx:1.2" } } } }
}
module "eks" {
  source = "terraform-aws-modules/eks/aws"
  version = "~> 20.8"
  cluster_endpoint_public_access = true
  eks_managed_node_groups = { a = { min_size = 2, capacity_type = "SPOT" } }
}
module "sg" {
  source = "terraform-aws-modules/security-group/aws//modules/ssh"
  ingress_cidr_blocks = ["0.0.0.0/0"]
}
module "alb" { 
  source = "terraform-aws-modules/alb/aws"
  listeners = { https = { port = 443, protocol = "HTTPS", forward = { target_group_key = "a" } } }
  target_groups = { a = { port = 80, health_check = { path = "/" } } }
}
module "sql" {
  source = "terraform-google-modules/sql-db/google//modules/postgresql"
  availability_type = "REGIONAL"
}
module "other" {
  source = "acme/other/aws"
  x = 1
}
`,
  });
  console.log(JSON.stringify(describeResources(r), null, 1));
  console.log(
    JSON.stringify(
      r.filter(x => x.address === 'module.db.aws_db_instance.this'),
      null,
      0,
    ),
  );
});

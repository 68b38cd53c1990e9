import { initialiseHclParser } from '../../parsers/hcl';
import { describeResources, resolveTexts } from './testing';

beforeAll(initialiseHclParser);

it('play', () => {
  const r = resolveTexts({
    'main.tf': `
variable "multi" { default = true }
variable "nodef" {}
locals { n = 3, tags = merge({ a = 1 }, { b = var.nodef }) }
resource "aws_db_instance" "x" {
  multi_az = var.multi
  name = "a-\${var.nodef}"
  tags = local.tags
  count = var.multi ? 1 : 0
  lifecycle { ignore_changes = [tags] }
}
resource "aws_s3_bucket" "b" { bucket = "name" }
resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id
  b2 = aws_s3_bucket.b.bucket
  versioning_configuration { status = "Enabled" }
}
module "m" {
  source = "./modules/m"
  for_each = { a = 1, b = 2 }
  size = each.value
  bucket = aws_s3_bucket.b
}
resource "x_y" "z" { v = module.m["a"].out, w = [for k, m in module.m : m.out], s = aws_subnet.s[*].id, t = aws_subnet.s[0].id, dbs = one(aws_db_instance.x[*].arn)
 none = try(aws_db_instance.none[0].arn, null)
}
resource "aws_subnet" "s" {
 count = 2
 cidr = "10.0.\${count.index}.0/24"
}
resource "aws_sg" "s" {
  dynamic "ingress" {
    for_each = [22, 80]
    content { port = ingress.value }
  }
  dynamic "egress" {
    for_each = var.nodef
    content { port = egress.value.p }
  }
}
provider "aws" { 
 alias = "west"
 region = "us-west-1"
}
`,
    'modules/m/main.tf': `
variable "size" { type = string }
variable "bucket" {}
resource "aws_thing" "t" { size = var.size, bucket = var.bucket.id, bucket_name = var.bucket.bucket }
output "out" { value = aws_thing.t.size }
`,
    'env/prod.tfvars': 'multi = false\nnodef = "p"',
    'env/dev.tfvars': 'multi = true\nnodef = "d"',
  });
  console.log(JSON.stringify(describeResources(r), null, 1));
  console.log(
    JSON.stringify(
      r.filter(
        x => x.type === 'aws_s3_bucket_versioning' || x.type === 'aws_thing',
      ),
      null,
      1,
    ),
  );
});

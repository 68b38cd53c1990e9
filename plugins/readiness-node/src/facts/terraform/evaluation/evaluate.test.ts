import fc from 'fast-check';
import { initialiseHclParser } from '../../../parsers/hcl';
import { describeValue, resolveTexts } from '../testing';

beforeAll(initialiseHclParser);

const CONTEXT = `
variable "known" { default = "k" }
variable "number" {
  type    = number
  default = "3"
}
variable "unknown" {}
variable "settings" {
  type = object({
    name    = string
    enabled = optional(bool, true)
    sizes   = optional(list(number), [1])
  })
  default = { name = "n" }
}
locals {
  list = ["a", "b"]
  map  = { x = 1, y = { z = true } }
  half = { a = 1, b = var.unknown }
}
resource "aws_s3_bucket" "one" {
  bucket = "logs"
}
resource "aws_subnet" "many" {
  count      = 2
  cidr_block = "10.0.\${count.index}.0/24"
}
resource "aws_kms_key" "each" {
  for_each    = toset(["p", "q"])
  description = each.key
}
resource "aws_eip" "perhaps" {
  count = var.unknown ? 1 : 0
}
data "aws_availability_zones" "all" {}
`;

/** The value of an expression; what cannot be known is `<expression>`. */
function evaluateText(text: string): unknown {
  const value = resolveTexts({
    'main.tf': `${CONTEXT}\nresource "probe" "it" {\n  value = ${text}\n}\n`,
  }).find(({ type }) => type === 'probe')?.attributes.entries.value;
  return describeValue(value);
}

it.each([
  // names
  ['var.known', 'k'],
  ['var.number + 1', 4],
  ['var.unknown', '<var.unknown>'],
  ['var.settings.enabled', true],
  ['var.settings.sizes[0]', 1],
  ['local.map.y.z', true],
  ['local.nothing', '<local.nothing>'],
  ['path.module', '.'],
  ['terraform.workspace', '<terraform.workspace>'],
  // templates
  ['"${var.known}-${var.number}"', 'k-3'],
  ['"${var.known}-${var.unknown}"', '<"${var.known}-${var.unknown}">'],
  ['"${local.list}"', ['a', 'b']],
  ['"%{ for v in local.list }${v};%{ endfor }"', 'a;b;'],
  ['"%{ if var.number > 2 }big%{ else }small%{ endif }"', 'big'],
  // operators
  ['!true || var.known == "k"', true],
  ['false && var.unknown', false],
  ['true || var.unknown', true],
  ['var.unknown && false', false],
  ['var.unknown == "a"', '<var.unknown == "a">'],
  ['var.known != null', true],
  ['"3" == 3', false],
  ['10 / 4 % 2', 0.5],
  ['-var.number', -3],
  // conditionals
  ['var.known == "k" ? 1 : 2', 1],
  ['var.unknown ? 1 : 2', '<var.unknown ? 1 : 2>'],
  ['var.unknown ? "same" : "same"', 'same'],
  ['(var.unknown ? { a = 1 } : { a = 1, b = 2 }).a', 1],
  ['var.unknown ? local.missing.x : 5', '<var.unknown ? local.missing.x : 5>'],
  // collections
  ['[for k, v in local.map : k]', ['x', 'y']],
  ['{ for v in local.list : v => upper(v) if v != "a" }', { b: 'B' }],
  ['{ for i, v in ["a", "a"] : v => i... }', { a: [0, 1] }],
  ['[for v in var.unknown : v]', '<[for v in var.unknown : v]>'],
  ['local.list[1]', 'b'],
  ['local.list[*]', ['a', 'b']],
  ['[{ n = 1 }, { n = 2 }][*].n', [1, 2]],
  ['local.half.b', '<var.unknown>'],
  ['{ (var.known) = 1, (var.unknown) = 2 }', { k: 1, '…': 'var.unknown' }],
  // references
  ['aws_s3_bucket.one.bucket', 'logs'],
  ['aws_s3_bucket.one.arn', '<aws_s3_bucket.one.arn>'],
  ['aws_subnet.many[1].cidr_block', '10.0.1.0/24'],
  ['aws_subnet.many[*].id', ['<aws_subnet.many.id>', '<aws_subnet.many.id>']],
  ['values(aws_kms_key.each)[*].description', ['p', 'q']],
  ['aws_kms_key.each["q"].id', '<aws_kms_key.each["q"].id>'],
  ['[for key in aws_kms_key.each : key.description]', ['p', 'q']],
  ['aws_eip.perhaps[0].id', '<aws_eip.perhaps.id>'],
  ['length(slice(data.aws_availability_zones.all.names, 0, 3))', 3],
])('%s', (text, expected) => {
  expect(evaluateText(text)).toEqual(expected);
});

it.each([
  ['merge(local.map, { x = 2 }, null)', { x: 2, y: { z: true } }],
  [
    'merge({ a = 1 }, var.unknown)',
    { a: '<var.unknown["a"]>', '…': 'var.unknown' },
  ],
  ['merge(var.unknown, { a = 1 }).a', 1],
  ['merge([{ a = 1 }, { b = 2 }]...)', { a: 1, b: 2 }],
  ['concat(local.list, [var.unknown])', ['a', 'b', '<var.unknown>']],
  ['concat(local.list, var.unknown)', ['a', 'b', '<…var.unknown>']],
  ['lookup(local.map, "x", 9)', 1],
  ['lookup(local.map, "none", 9)', 9],
  [
    'lookup({ a = "s", b = "l" }, var.unknown, "m")',
    '<lookup({ a = "s", b = "l" }, var.unknown, "m")>',
  ],
  ['coalesce(null, "", "c")', 'c'],
  ['coalesce(var.unknown, "c")', '<coalesce(var.unknown, "c")>'],
  ['coalescelist([], local.list)', ['a', 'b']],
  ['try(local.map.none, local.list[9], "fallback")', 'fallback'],
  ['try(var.unknown.a, "fallback")', '<var.unknown.a>'],
  ['try([local.map.none], [])', []],
  ['can(local.map.none)', false],
  ['toset(["b", "a", "b"])', ['a', 'b']],
  ['[tostring(1), tonumber("2"), tobool("true")]', ['1', 2, true]],
  ['length("abc")', 3],
  ['length(var.unknown)', '<length(var.unknown)>'],
  ['format("%s-%03d-%v", "a", 7, true)', 'a-007-true'],
  ['formatlist("%s!", local.list)', ['a!', 'b!']],
  ['join(",", local.list)', 'a,b'],
  ['split(",", "a,b")', ['a', 'b']],
  ['title("hello world")', 'Hello World'],
  ['trimsuffix(trimprefix(trim("!a-b!", "!"), "a"), "b")', '-'],
  ['replace("a.b.c", ".", "-")', 'a-b-c'],
  ['replace("a1b22", "/[0-9]+/", "#")', 'a#b#'],
  ['regex("v([0-9]+)", "v12")', ['12']],
  ['substr("hello", 1, 3)', 'ell'],
  ['contains(local.list, "b")', true],
  ['contains([var.unknown], "b")', '<contains([var.unknown], "b")>'],
  ['[keys(local.map), element(local.list, 3)]', [['x', 'y'], 'b']],
  ['index(local.list, "b")', 1],
  ['flatten([["a"], [["b"]], "c"])', ['a', 'b', 'c']],
  ['distinct(["a", "a"])', ['a']],
  ['compact(["", "a", null])', ['a']],
  ['zipmap(["a"], [1])', { a: 1 }],
  ['range(1, 7, 3)', [1, 4]],
  [
    '[min(3, 1), max([4, 9]...), abs(-1), ceil(1.2), floor(1.8), sum([1, 2])]',
    [1, 9, 1, 2, 1, 3],
  ],
  ['jsonencode({ a = [1, "b"] })', '{"a":[1,"b"]}'],
  ['jsondecode("{\\"a\\": {\\"b\\": 1}}").a.b', 1],
  ['yamldecode("a:\\n  - 1")', { a: [1] }],
  ['base64decode(base64encode("é"))', 'é'],
  ['startswith("abc", "ab") && endswith("abc", "bc")', true],
  [
    'setproduct(["a"], [1, 2])',
    [
      ['a', 1],
      ['a', 2],
    ],
  ],
  ['[one([]), one(["x"])]', [null, 'x']],
  ['sort(reverse(["a", "c", "b"]))', ['a', 'b', 'c']],
  ['setsubtract(["a", "b"], ["a"])', ['b']],
  ['cidrsubnet("10.0.0.0/16", 8, 2)', '10.0.2.0/24'],
  ['cidrhost("10.0.2.0/24", 5)', '10.0.2.5'],
  ['unheard_of(1)', '<unheard_of(1)>'],
])('%s', (text, expected) => {
  expect(evaluateText(text)).toEqual(expected);
});

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

it.each([
  [
    'long chains of locals',
    `locals {\n${times(
      3_000,
      at => `a${at} = local.a${at + 1}`,
    )}\n a3000 = 1\n}\nresource "a_b" "c" {\n x = local.a0\n}`,
  ],
  [
    'locals that double',
    `locals {\n${times(
      60,
      at => `a${at} = [local.a${at + 1}, local.a${at + 1}]`,
    )}\n a60 = 1\n}\nresource "a_b" "c" {\n x = local.a0\n}`,
  ],
  [
    'texts that double',
    `locals {\n${times(
      60,
      at => `a${at} = "\${local.a${at + 1}}\${local.a${at + 1}}"`,
    )}\n a60 = "x"\n}\nresource "a_b" "c" {\n x = local.a0\n}`,
  ],
  [
    'unknown branches that double',
    `variable "u" {}\nlocals {\n${times(
      60,
      at => `a${at} = var.u ? [local.a${at + 1}, 1] : [local.a${at + 1}, 2]`,
    )}\n a60 = 1\n}\nresource "a_b" "c" {\n x = local.a0\n}`,
  ],
  [
    'long chains of resources',
    `${times(
      3_000,
      at =>
        `resource "a_b" "r${at}" {\n x = a_b.r${at + 1}.x\n y = a_b.r${
          at + 1
        }\n}`,
    )}`,
  ],
  [
    'loops in loops',
    `locals {\n l = range(1000)\n x = [for a in local.l : [for b in local.l : [for c in local.l : c]]]\n}\nresource "a_b" "c" {\n x = local.x\n}`,
  ],
  [
    'many instances',
    `resource "a_b" "c" {\n count = 1e9\n x = count.index\n}\nresource "a_b" "d" {\n for_each = toset([for i in range(9999) : tostring(i)])\n}`,
  ],
])('bounds %s', (_, text) => {
  const resources = resolveTexts({ 'main.tf': text });
  expect(resources.length).toBeGreaterThan(0);
});

describe('terminates for any module', () => {
  const piece = fc.constantFrom(
    'local.a',
    'local.b',
    'local.c',
    'var.v',
    '[local.a, local.a]',
    'merge(local.b, local.c)',
    'concat(local.a, local.a)',
    '"${local.a}${local.a}"',
    '{ for k, v in local.b : k => v }',
    '[for v in local.a : [v, v]]',
    'try(local.c.d, local.a)',
    'x_y.z.a',
    'x_y.z',
    'module.m.o',
    'jsonencode(local.a)',
    'range(99999999)',
    'setproduct(local.a, local.a, local.a)',
    '1 / 0',
    'format("%999999s", local.a)',
    'regex("(a+)+$", local.a)',
    'null',
    '-1',
    '"${"a"}"',
    'local.a[local.b]',
    'each.value',
    'self.x',
  );

  it('of locals, resources and modules that refer to each other', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 9, maxLength: 9 }),
        ([a, b, c, v, count, each, attribute, input, output]) => {
          const resources = resolveTexts({
            'main.tf': `locals {\n a = ${a}\n b = ${b}\n c = ${c}\n}\nvariable "v" {\n default = ${v}\n}\nresource "x_y" "z" {\n count = ${count}\n a = ${attribute}\n dynamic "d" {\n for_each = ${each}\n content {\n e = d.value\n }\n }\n}\nmodule "m" {\n source = "./m"\n for_each = ${each}\n i = ${input}\n}\n`,
            'm/main.tf': `variable "i" {}\noutput "o" {\n value = ${output}\n}\nlocals {\n a = var.i\n b = module.m.o\n}\nmodule "m" {\n source = "../m"\n i = var.i\n}\n`,
          });
          return resources.length <= 10_000;
        },
      ),
      { numRuns: 200 },
    );
  });
});

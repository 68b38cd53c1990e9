import {
  defineCheck,
  findToolUses,
  pass,
  passToolUses,
  presence,
  type CheckContext,
} from '../../check';

const DRILL =
  /\b(game ?day|chaos (experiment|engineering|test)s?|fail-?over (drill|test|exercise)s?|disaster recovery (drill|test|exercise)s?|resilience tests?)\b/i;

export const resilienceTests = defineCheck({
  id: 'resilience-tests',
  category: 'tests',
  kind: 'presence',
  level: 3,
  severity: 'low',
  isAttestable: true,
  title: 'Failure is rehearsed',
  description:
    'Chaos experiments or failover drills: Chaos Mesh, LitmusChaos, Chaos Toolkit, AWS FIS, Azure Chaos Studio, Chaos Monkey, Gremlin, Toxiproxy, or a documented drill.',
  rationale:
    'Redundancy that was never exercised is a hypothesis. The drill is cheaper on a Tuesday at ten than on a Saturday at four.',
  references: [
    {
      title: 'Principles of chaos engineering',
      url: 'https://principlesofchaos.org/',
    },
    {
      title: 'AWS Fault Injection Service',
      url: 'https://docs.aws.amazon.com/fis/latest/userguide/what-is.html',
    },
    { title: 'Chaos Mesh', url: 'https://chaos-mesh.org/docs/' },
  ],
  remediation: {
    summary:
      'Write one experiment (kill a pod, fail the database over), run it in staging, and keep it as code.',
    effortMinutes: 240,
    snippets: {
      kubernetes:
        'apiVersion: chaos-mesh.org/v1alpha1\nkind: PodChaos\nmetadata:\n  name: kill-one-cart\nspec:\n  action: pod-kill\n  mode: one\n  selector:\n    labelSelectors:\n      app: cart\n',
      terraform:
        'resource "aws_fis_experiment_template" "stop_one" {\n  description = "Stop one instance"\n  role_arn    = aws_iam_role.fis.arn\n}\n',
    },
  },
  examples: [
    {
      title: 'Chaos Mesh',
      files: {
        'chaos/kill.yaml':
          'apiVersion: chaos-mesh.org/v1alpha1\nkind: PodChaos\nmetadata: {name: a}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'chaos/kill.yaml',
          outcome: 'pass',
          at: 'chaos/kill.yaml:1',
        },
      ],
    },
    {
      title: 'AWS FIS',
      files: { 'fis.tf': 'resource "aws_fis_experiment_template" "a" {}\n' },
      outcome: 'pass',
      findings: [{ subject: 'fis.tf', outcome: 'pass', at: 'fis.tf:1' }],
    },
    { title: 'Nothing', files: { 'main.tf': '\n' }, outcome: 'fail' },
  ],
  evaluate(context) {
    const uses = passToolUses(findToolUses(context.facts, 'resilience-test'));
    return presence(
      context,
      'chaos experiments or failover drills (Chaos Mesh, Litmus, FIS, Chaos Toolkit, …)',
      uses.length > 0 ? uses : findDrills(context),
    );
  },
});

/** A section of a document that describes a drill. */
function findDrills({ facts }: CheckContext) {
  return facts.documents.flatMap(document => {
    const heading = document.headings.find(
      ({ text, characters }) => DRILL.test(text) && characters >= 80,
    );
    return heading
      ? [
          pass(document, {
            message: `A drill is described: ${heading.text}`,
            at: [heading.location],
          }),
        ]
      : [];
  });
}

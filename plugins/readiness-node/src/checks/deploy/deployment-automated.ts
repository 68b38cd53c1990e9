import {
  defineCheck,
  findApplicationDeliveries,
  findEffective,
  findLibraryKind,
  notApplicable,
  pass,
  presence,
  withFindings,
  type CheckContext,
} from '../../check';

export const deploymentAutomated = defineCheck({
  id: 'deployment-automated',
  category: 'deploy',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'The application is delivered by a pipeline',
  description:
    'An application is delivered by CD: a job with a deploy command or an environment, Argo CD, Flux, CodePipeline, CodeDeploy, Skaffold, Spinnaker, a Jenkins stage. For libraries a job that publishes the package passes; without one it is not applicable.',
  rationale:
    'A deployment by hand is a procedure that works for the person who wrote it, awake, in the order remembered. In a pipeline the hundredth deployment is like the first, and everybody may start it.',
  references: [
    { title: 'Continuous Delivery', url: 'https://continuousdelivery.com/' },
    { title: 'Argo CD', url: 'https://argo-cd.readthedocs.io/' },
    {
      title: 'GitHub Actions: deployments',
      url: 'https://docs.github.com/actions/how-tos/deploy',
    },
  ],
  remediation: {
    summary:
      'Add a job that deploys after the tests (kubectl, helm, ecs deploy, …), or let Argo CD or Flux follow this repository.',
    effortMinutes: 120,
    snippets: {
      'github-actions':
        'deploy:\n  needs: test\n  environment: production\n  steps:\n    - run: helm upgrade --install cart ./chart --atomic --set image.tag=${{ github.sha }}\n',
      'gitlab-ci':
        'deploy:\n  stage: deploy\n  environment: production\n  script:\n    - helm upgrade --install cart ./chart --atomic\n',
      kubernetes:
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: cart\n  namespace: argocd\nspec:\n  source:\n    repoURL: https://git.example.test/acme/cart\n    path: k8s/overlays/production\n  syncPolicy:\n    automated: { prune: true, selfHeal: true }\n',
    },
  },
  examples: [
    {
      title: 'A job deploys',
      files: {
        '.github/workflows/cd.yml':
          'on: push\njobs:\n  deploy:\n    steps:\n      - run: helm upgrade --install cart ./chart\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/workflows/cd.yml#deploy',
          outcome: 'pass',
          at: '.github/workflows/cd.yml:5',
        },
      ],
    },
    {
      title: 'Argo CD',
      files: {
        'argocd/cart.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: cart\n  namespace: argocd\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Application/argocd/cart',
          outcome: 'pass',
          at: 'argocd/cart.yaml:1',
        },
      ],
    },
    {
      title: 'A pipeline that only pushes an image',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  image:\n    steps:\n      - run: docker push x\n',
      },
      outcome: 'fail',
    },
    {
      title: 'A library that is published',
      entity: { type: 'library' },
      files: { '.gitlab-ci.yml': 'publish:\n  script: npm publish\n' },
      outcome: 'pass',
      findings: [
        {
          subject: '.gitlab-ci.yml#publish',
          outcome: 'pass',
          at: '.gitlab-ci.yml:2',
        },
      ],
    },
    {
      title: 'A library without a release job',
      entity: { type: 'library' },
      files: { 'index.js': '\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const deliveries = findApplicationDeliveries(context);
    const library = findLibraryKind(context);
    if (library !== undefined && deliveries.length === 0)
      return judgeLibrary(context, library);
    return presence(
      context,
      'delivery by a pipeline (a job that deploys, Argo CD, Flux, CodePipeline, CodeDeploy, Skaffold, Spinnaker)',
      deliveries,
    );
  },
});

function judgeLibrary({ facts }: CheckContext, library: string) {
  const releases = facts.jobs.flatMap(job => {
    const release = findEffective(job, 'release');
    return release
      ? [
          pass(job, {
            message: `${job.name} publishes: ${release.text}`,
            actual: release.text,
            at: [release.location],
          }),
        ]
      : [];
  });
  return releases.length > 0
    ? withFindings(releases)
    : notApplicable(`a ${library} is not deployed, and no job publishes it`);
}

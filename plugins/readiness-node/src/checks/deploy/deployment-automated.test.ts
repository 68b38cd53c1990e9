import { testCheck } from '../../testing';
import { deploymentAutomated } from './deployment-automated';

const job = (step: string, outcome: 'pass' | 'fail', head = '') => ({
  title: step,
  files: {
    '.github/workflows/cd.yml': `on: push\njobs:\n  a:\n${head}    steps:\n      - ${step}\n`,
  },
  outcome,
});

testCheck(deploymentAutomated, [
  ...[
    'run: kubectl apply -f k8s',
    'run: aws ecs update-service --service x',
    'run: aws s3 sync dist s3://site',
    'run: sam deploy',
    'run: serverless deploy',
    'run: gcloud run deploy x',
    'run: cap production deploy',
    'run: ansible-playbook site.yml',
    'run: rsync -az dist/ deploy@host:/srv',
    'run: fly deploy',
    'run: kustomize build . | kubectl apply -f -',
    'uses: aws-actions/amazon-ecs-deploy-task-definition@v2',
    'uses: azure/webapps-deploy@v3',
    'uses: Azure/k8s-deploy@v5',
    'uses: google-github-actions/deploy-cloudrun@v2',
    'uses: appleboy/ssh-action@v1',
    'uses: actions/deploy-pages@v4',
    'run: terraform apply -var image_tag=$SHA',
  ].map(step => job(step, 'pass')),
  ...[
    'run: terraform apply',
    'run: docker push x',
    'run: kubectl get pods',
    'run: mkdocs gh-deploy',
    'run: npm publish',
    'uses: docker/build-push-action@v6',
  ].map(step => job(step, 'fail')),
  {
    ...job('uses: ./deploy', 'pass', '    environment: production\n'),
    title: 'an environment',
  },
  {
    ...job('run: npm run e2e', 'fail', '    environment: staging\n'),
    title: 'tests against an environment',
  },
  {
    ...job('run: terraform plan', 'fail', '    environment: production\n'),
    title: 'a plan with an environment',
  },
  {
    title: 'pages of documentation',
    files: {
      '.github/workflows/docs.yml':
        'on: push\njobs:\n  docs:\n    steps:\n      - run: mkdocs build\n      - uses: actions/deploy-pages@v4\n',
    },
    outcome: 'fail',
  },
  {
    title: 'Flux',
    files: {
      'a.yaml':
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'Kustomization/flux-system/apps', outcome: 'pass' }],
  },
  {
    title: 'Skaffold',
    files: {
      'skaffold.yaml':
        'apiVersion: skaffold/v4beta6\nkind: Config\ndeploy: {kubectl: {}}\n',
    },
    outcome: 'pass',
  },
  {
    title: 'Jenkins',
    files: {
      Jenkinsfile:
        "pipeline { stages {\n stage('Deploy') { steps { sh './deploy.sh prod' } }\n} }\n",
    },
    outcome: 'pass',
    findings: [
      { subject: 'Jenkinsfile#Deploy', outcome: 'pass', at: 'Jenkinsfile:2' },
    ],
  },
  {
    title: 'Terraform applies the image of the commit',
    files: {
      '.github/workflows/a.yml':
        'on: push\njobs:\n  release:\n    steps:\n      - run: terraform plan -var image_tag=${{ github.sha }} -out=plan\n      - run: terraform apply plan\n  network:\n    environment: prod\n    steps:\n      - run: terraform apply -var region=$REGION\n  look:\n    steps:\n      - run: terraform plan -var image_tag=$TAG\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.github/workflows/a.yml#release',
        outcome: 'pass',
        at: '.github/workflows/a.yml:5',
      },
    ],
  },
  {
    title: 'environments of a registry of packages',
    files: {
      '.github/workflows/a.yml':
        'on: push\njobs:\n  a:\n    environment: pypi-public\n    steps: [{run: make it}]\n  b:\n    environment: publish\n    steps: [{run: make it}]\n',
    },
    outcome: 'fail',
  },
  {
    title: 'CodePipeline',
    files: {
      'p.yaml':
        'Resources:\n  Pipe:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Stages:\n        - Name: Deploy\n          Actions:\n            - Name: Ecs\n              ActionTypeId: {Category: Deploy, Provider: ECS}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'Pipe', outcome: 'pass' }],
  },
  {
    title: 'CodePipeline that only builds',
    files: {
      'p.yaml':
        'Resources:\n  Pipe:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Stages:\n        - Actions:\n            - ActionTypeId: {Category: Build, Provider: CodeBuild}\n',
    },
    outcome: 'fail',
  },
]);

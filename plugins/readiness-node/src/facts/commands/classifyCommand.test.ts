import { parseShell } from '../../parsers/shell/shell';
import { classifyCommand } from './classifyCommand';

function classify(text: string) {
  return classifyCommand(parseShell(text)[0]?.words ?? []);
}

describe('classifyCommand', () => {
  it.each<[string, readonly string[]]>([
    ['test', [
      'go test ./...', 'go test -race -coverprofile=c.out ./...', 'gotestsum -- ./...', 'npm test', 'npm t', 'npm run test:ci', 'npm run e2e', 'npm run -w api test',
      'npm --prefix web test', 'yarn test', 'yarn jest --ci', 'yarn workspace app test', 'pnpm -r test', 'pnpm --filter api test', 'npx vitest run', 'bunx jest', 'bun test', 'deno test -A',
      'npx playwright test', 'npx cypress run', 'node --test', 'npx nx affected -t lint test build', 'npx turbo run build test', 'npx lerna run test',
      'pytest -q', 'python -m pytest', 'python3 -m unittest discover', 'poetry run pytest', 'uv run --frozen pytest', 'pipenv run pytest', 'tox -e py311', 'nox', 'python manage.py test', 'coverage run -m pytest',
      'mvn verify', 'mvn -B clean package', './mvnw -B test', 'mvn --batch-mode deploy', './gradlew check', './gradlew :api:test', 'gradle build', './gradlew testDebugUnitTest', 'sbt test', 'sbt "testOnly a.b"', 'lein test', 'bazel test //...',
      'cargo test --all', 'cargo nextest run', 'bundle exec rspec', 'bin/rspec', 'bundle exec rake', 'bundle exec rake spec', 'bin/rails test', 'vendor/bin/phpunit', 'php artisan test', 'composer test', './vendor/bin/pest',
      'dotnet test --no-build', 'mix test', 'mix coveralls.json', 'flutter test', 'swift test', 'ctest --output-on-failure', 'bats test/', 'make test', 'make -C app check', 'just test', 'task test:unit',
      'docker run --rm -v "$PWD:/app" -w /app app:ci npm test', 'docker compose run --rm web pytest', 'docker-compose exec -T app bundle exec rspec', 'docker compose -f docker-compose.test.yml up --abort-on-container-exit', 'docker build --target test .',
      'sudo -E make test', 'timeout 600 npm test', 'env CI=1 npm test', 'cross-env CI=1 jest', 'xvfb-run -a npm test',
      'terraform test', 'molecule test', 'bundle exec kitchen test', 'helm test cart', 'ct install --all', 'terraform -chdir=infra test', './scripts/run-tests.sh', 'bash ci/test.sh',
    ]],
    ['deploy', [
      'kubectl apply -f k8s/', 'kubectl -n prod set image deployment/web web=x:1', 'kubectl --context prod apply -k overlays/prod', 'kubectl rollout restart deployment/web', 'helm upgrade --install cart ./chart', 'helm --namespace x upgrade cart ./chart', 'helmfile -e prod apply',
      'argocd app sync cart', 'flux reconcile kustomization apps', 'aws ecs update-service --cluster c --service s', 'aws --region eu-west-1 ecs update-service', 'aws s3 sync dist s3://site --delete', 'aws s3 cp --recursive build/ s3://site/', 'aws cloudformation deploy --stack-name x', 'sam deploy', 'serverless deploy --stage prod', 'npx sls deploy',
      'gcloud run deploy cart --image x', 'gcloud app deploy', 'gcloud beta functions deploy f', 'az webapp deploy -n x', 'bundle exec cap production deploy', 'ansible-playbook -i prod site.yml', 'scp app.jar deploy@host:/srv/', 'rsync -avz dist/ $USER@$HOST:/var/www', 'flyctl deploy --remote-only', 'vercel --prod', 'npx vercel deploy --prod', 'netlify deploy --prod', 'git push heroku main',
      'ssh deploy@host "docker compose pull && docker compose up -d"', 'docker stack deploy -c s.yml app', 'cf push', 'npx wrangler deploy', 'firebase deploy', 'make deploy', 'npm run deploy:prod', './deploy.sh', 'eb deploy', 'skaffold run', 'terraform apply -auto-approve -var image_tag=$SHA', 'cdk deploy --all', 'curl -X POST "$RENDER_DEPLOY_HOOK"',
    ]],
    ['release', [
      'npm publish', 'pnpm -r publish', 'npx semantic-release', 'goreleaser release --clean', 'twine upload dist/*', 'poetry publish', 'uv publish', 'mvn -B deploy', './gradlew publish', 'gem push x.gem', 'cargo publish', 'docker push x:1', 'docker buildx build --push .', 'helm push c.tgz oci://x', 'gh release create v1', 'dotnet nuget push *.nupkg', 'python -m twine upload dist/*',
    ]],
    ['plan', ['terraform plan', 'terraform -chdir=infra plan -out tfplan', 'tofu plan', 'terragrunt run-all plan', 'pulumi preview', 'cdk diff']],
    ['apply', ['terraform apply -auto-approve tfplan', 'terragrunt apply', 'pulumi up --yes', 'cdk deploy', 'aws cloudformation deploy', 'sam deploy']],
    ['lint', ['npx eslint .', 'npm run lint', 'tflint --recursive', 'checkov -d .', 'golangci-lint run', 'terraform fmt -check', 'terraform validate', 'pre-commit run -a', 'docker run --rm -i hadolint/hadolint']],
    ['scan', ['trivy image x:1', 'grype x:1', 'gitleaks detect', 'semgrep ci', 'npm audit', 'docker run aquasec/trivy image x']],
    ['install', ['npm ci', 'yarn --frozen-lockfile', 'pip install -r requirements.txt', 'bundle install', 'apt-get install -y curl', 'poetry install', 'go mod download', 'uv sync']],
  ])('knows commands that %s', (purpose, commands) => {
    const missed = commands.filter(command => !classify(command).purposes.some(found => found === purpose));
    expect(missed).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['test', ['mvn package -DskipTests', './gradlew build -x test', 'npm run build', 'npm install', 'echo npm test', 'test -f x', 'kubectl apply -f x', 'pip install pytest', 'apt-get install -y bats', 'npm run deploy', 'tox -e lint', 'docker build -t test .', 'make build', 'ls test', 'terraform plan', 'git checkout test']],
    ['deploy', ['kubectl get pods', 'kubectl apply --dry-run=client -f x', 'helm lint', 'helm template .', 'helm upgrade --dry-run x .', 'terraform apply', 'aws s3 sync s3://data .', 'aws s3 cp report.xml s3://x/reports/', 'git push origin main', 'docker push x', 'docker compose up -d', 'ansible-playbook --syntax-check x.yml', 'ansible-playbook --check x.yml', 'npm publish', 'echo kubectl apply', 'ssh host uptime', 'make undeploy']],
    ['release', ['npm publish --dry-run', 'docker build .', 'git push', 'goreleaser release --snapshot']],
    ['apply', ['terraform plan', 'terraform init', 'kubectl apply -f x']],
  ])('does not take other commands for ones that %s', (purpose, commands) => {
    const taken = commands.filter(command => classify(command).purposes.some(found => found === purpose));
    expect(taken).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['k6 run load/cart.js', 'load-test', 'k6'],
    ['jmeter -n -t plan.jmx', 'load-test', 'JMeter'],
    ['docker run --rm -i grafana/k6 run -', 'load-test', 'k6'],
    ['npx artillery run load.yml', 'load-test', 'Artillery'],
    ['wrk -t4 -c100 http://localhost:8080/', 'load-test', 'wrk'],
    ['go test -bench=. ./...', 'benchmark', 'go test -bench'],
    ['valgrind --leak-check=full ./app', 'profiler', 'Valgrind'],
    ['trivy config .', 'static-analysis', 'trivy config'],
    ['trivy fs .', 'code-scan', 'Trivy'],
    ['infracost diff --path .', 'cost-estimate', 'Infracost'],
    ['opa test policy/', 'policy-test', 'opa test'],
    ['terraform validate', 'validation', 'terraform validate'],
    ['checkov -d .', 'static-analysis', 'checkov'],
    ['kubeconform -strict k8s/', 'static-analysis', 'kubeconform'],
  ])('knows the tool of %s', (command, purpose, tool) => {
    expect(classify(command).uses).toContainEqual({ purpose, tool });
  });
});

import type { CommandPurpose, ToolPurpose } from '../../types/commands';
import type { DeliveredThing } from '../../commands/commandRule';
import type { ActionStep } from './draft';

/** How an action, orb, task, pipe or plugin is understood. */
export interface ActionRule {
  /** Held against the name in lower case. */
  readonly name: RegExp;
  /** Held against `input=value` pairs joined by line breaks. */
  readonly inputs?: RegExp;
  readonly purposes: readonly CommandPurpose[];
  readonly tool?: string;
  readonly use?: ToolPurpose;
  readonly delivers?: DeliveredThing;
}

// One rule a line reads as a table.
// prettier-ignore
const ACTION_RULES: readonly ActionRule[] = [
  // Deployments
  { name: /^aws-actions\/amazon-ecs-deploy-task-definition|^aws-actions\/amazon-ecs-deploy-express|^aws-actions\/aws-lambda-deploy|^aws-actions\/aws-codedeploy/, purposes: ['deploy'] },
  { name: /^aws-actions\/aws-cloudformation-github-deploy|^aws-actions\/setup-sam-deploy/, purposes: ['apply', 'deploy'], delivers: 'infrastructure' },
  { name: /^azure\/(webapps-deploy|k8s-deploy|k8s-bake|functions-action|container-apps-deploy-action|containerapps-deploy|static-web-apps-deploy|aci-deploy|spring-apps-deploy|appservice-actions)/, purposes: ['deploy'] },
  { name: /^azure\/(arm-deploy|bicep-deploy)/, purposes: ['apply'], delivers: 'infrastructure' },
  { name: /^google-github-actions\/(deploy-cloudrun|deploy-appengine|deploy-cloud-functions|create-cloud-deploy-release)/, purposes: ['deploy'] },
  { name: /^(digitalocean\/app_action|superfly\/flyctl-actions(?!\/setup)|akhileshns\/heroku-deploy|amondnet\/vercel-action|vercel\/action|nwtgck\/actions-netlify|netlify\/actions|firebaseextended\/action-hosting-deploy|cloudflare\/(pages-action|wrangler-action)|jakejarvis\/s3-sync-action|reggionick\/s3-deploy|einaregilsson\/beanstalk-deploy|johnbeynon\/render-deploy-action|render-oss|bervproject\/railway-deploy|koyeb|scalingo)/, purposes: ['deploy'] },
  { name: /^(appleboy\/(ssh-action|scp-action|lambda-action)|easingthemes\/ssh-deploy|burnett01\/rsync-deployments|samkirkland\/ftp-deploy-action|wlixcc\/sftp-deploy-action|dawidd6\/action-ansible-playbook|cschleiden\/deploy|arthurkushman\/ansible)/, purposes: ['deploy'] },
  { name: /^(deliverybot\/helm|bitovi\/.*(deploy|helm)|wahyd4\/kubectl-helm-action|koslib\/helm-eks-action|helmfile\/helmfile-action|vinodhalaharvi\/action-helm|actions-hub\/kubectl|steebchen\/kubectl|kodermax\/kubectl-aws-eks|azure\/k8s-create|stefanprodan\/kube-tools|fluxcd\/flux2\/action|clowdhaus\/argo-cd-action|omegion\/argocd|argoproj\/argo-cd)/, inputs: /apply|upgrade|set image|deploy|rollout|sync|release|chart/i, purposes: ['deploy'] },
  { name: /^deliverybot\/helm|^koslib\/helm-eks-action|^helmfile\/helmfile-action/, purposes: ['deploy'] },
  { name: /^serverless\/github-action/, inputs: /deploy/, purposes: ['apply', 'deploy'], delivers: 'infrastructure' },
  { name: /^(pulumi\/actions)/, inputs: /command=(up|update)/, purposes: ['apply'], delivers: 'infrastructure' },
  { name: /^(pulumi\/actions)/, inputs: /command=preview/, purposes: ['plan'], delivers: 'infrastructure' },
  { name: /^(hashicorp\/tfc-workflows-github\/actions\/(apply-run|create-run)|dflook\/(terraform|tofu)-apply|dflook\/terraform-github-actions\/terraform-apply|spacelift-io\/)/, purposes: ['apply'], delivers: 'infrastructure' },
  { name: /^(dflook\/(terraform|tofu)-plan|hashicorp\/tfc-workflows-github\/actions\/plan-output|op5dev\/tf-via-pr)/, purposes: ['plan'], delivers: 'infrastructure' },
  { name: /^(gruntwork-io\/terragrunt-action|hashicorp\/terraform-github-actions|autero1\/action-terragrunt)/, inputs: /apply/, purposes: ['apply'], delivers: 'infrastructure' },
  { name: /^(gruntwork-io\/terragrunt-action|hashicorp\/terraform-github-actions)/, inputs: /plan/, purposes: ['plan'], delivers: 'infrastructure' },
  { name: /^(youyo\/aws-cdk-github-actions|scottbrenner\/aws-cdk-action)/, inputs: /deploy/, purposes: ['apply', 'deploy'], delivers: 'infrastructure' },
  { name: /^diggerhq\/digger|^runatlantis\/|^env0\//, purposes: ['apply'], delivers: 'infrastructure' },
  { name: /^(actions\/deploy-pages|peaceiris\/actions-gh-pages|jamesives\/github-pages-deploy-action|crazy-max\/ghaction-github-pages|mhausenblas\/mkdocs-deploy-gh-pages)/, purposes: ['deploy'], tool: 'GitHub Pages' },
  { name: /^trigger \S*(deploy|gitops|argocd|flux)/, purposes: ['deploy'], tool: 'downstream pipeline' },
  { name: /^(peter-evans\/repository-dispatch|benc-uk\/workflow-dispatch|convictional\/trigger-workflow-and-wait)/, inputs: /deploy|gitops/i, purposes: ['deploy'], tool: 'dispatched deployment' },
  // Azure tasks
  { name: /^(azurewebapp|azurewebappcontainer|azurermwebappdeployment|azurefunctionapp(container)?|kubernetesmanifest|helmdeploy|azurecontainerapps|azurespringcloud|azurestaticwebapp|servicefabricdeploy|iiswebappdeploymentonmachinegroup|azurecloudpowershelldeployment|azureappservicemanage|azurevmssdeployment|octopusdeployrelease)$/, purposes: ['deploy'] },
  { name: /^kubernetes$/, inputs: /command=(apply|set|rollout)/, purposes: ['deploy'], tool: 'Kubernetes@1' },
  { name: /^(azureresourcemanagertemplatedeployment|azureresourcegroupdeployment)$/, purposes: ['apply'], delivers: 'infrastructure' },
  { name: /^(terraform(task(v\d)?|cli)?|ms-devlabs\.\S*terraform\S*)$/, inputs: /command=apply/, purposes: ['apply'], delivers: 'infrastructure' },
  { name: /^(terraform(task(v\d)?|cli)?|ms-devlabs\.\S*terraform\S*)$/, inputs: /command=plan/, purposes: ['plan'], delivers: 'infrastructure' },
  { name: /^(terraform(task(v\d)?|cli)?)$/, inputs: /command=validate/, purposes: ['lint'], use: 'validation', tool: 'terraform validate' },
  { name: /^(vstest|visualstudiotestplatform)/, purposes: ['test'] },
  { name: /^dotnetcorecli$/, inputs: /command=test/, purposes: ['test'], tool: 'dotnet test' },
  { name: /^dotnetcorecli$/, inputs: /command=(build|publish|restore)/, purposes: ['build'], tool: 'dotnet build' },
  { name: /^maven$/, inputs: /^(?![\s\S]*(skipTests|maven\.test\.skip))[\s\S]*goals=.*\b(test|verify|install|package)/, purposes: ['test'], tool: 'mvn' },
  { name: /^maven$/, inputs: /^(?![\s\S]*goals=)/, purposes: ['test'], tool: 'mvn package' },
  { name: /^gradle$/, inputs: /^(?![\s\S]*-x test)[\s\S]*(tasks=.*\b(test|check|build)\b|^(?![\s\S]*tasks=))/, purposes: ['test'], tool: 'gradle' },
  { name: /^npm$/, inputs: /command=custom[\s\S]*customcommand=.*\btest\b|customcommand=.*\btest\b[\s\S]*command=custom|customCommand=.*\btest\b/i, purposes: ['test'], tool: 'npm test' },
  { name: /^npm$/, inputs: /command=(install|ci)/, purposes: ['install'] },
  { name: /^docker$/, inputs: /command=(buildandpush|push)|^(?![\s\S]*command=)/i, purposes: ['release'], tool: 'Docker@2' },
  // Bitbucket pipes
  { name: /^atlassian\/(aws-(ecs|lambda|elastic-beanstalk|code|s3|cloudfront)-?\S*deploy|aws-ecs-deploy|aws-s3-deploy|aws-lambda-deploy|aws-eks-kubectl-run|kubectl-run|azure-(web-apps|functions|aks|static-web-apps|storage|app-service)\S*|google-(app-engine|cloud-run|gke|cloud-storage|cloud-functions)\S*|heroku-deploy|firebase-deploy|ftp-deploy|rsync-deploy|scp-deploy|sftp-deploy|ssh-run|netlify-deploy|helm\S*)$/, purposes: ['deploy'] },
  { name: /^microsoft\/azure-\S*deploy/, purposes: ['deploy'] },
  { name: /^atlassian\/(aws-cloudformation-deploy|aws-sam-deploy)/, purposes: ['apply', 'deploy'], delivers: 'infrastructure' },
  { name: /^atlassian\/(npm-publish|pypi-publish|aws-ecr-push-image|gradle-publish)/, purposes: ['release'] },
  // CircleCI orbs
  { name: /^(circleci\/)?aws-ecs\/(deploy-service-update|update-service|deploy_service_update|run-task)/, purposes: ['deploy'] },
  { name: /^(circleci\/)?(aws-s3|s3)\/(sync|copy|deploy)|^aws-code-deploy\/deploy|^aws-elastic-beanstalk\/deploy|^gcp-cloud-run\/deploy|^cloudrun\/deploy|^gcp-app-engine\/deploy|^azure-aks\/|^heroku\/(deploy|deploy-via-git|push-docker)|^helm\/(upgrade|install)|^kubernetes\/(create-or-update|update-container-image|apply)|^aws-eks\/(update|create-or-update)|^netlify\/deploy|^vercel\/deploy|^firebase-deploy\/deploy|^argocd\/app-sync|^serverless-framework\/deploy|^aws-serverless\/deploy|^aws-sam-serverless\/deploy|^aws-lambda\/|^cloudfoundry\//, purposes: ['deploy'] },
  { name: /^terraform\/apply/, purposes: ['apply'], delivers: 'infrastructure' },
  { name: /^terraform\/plan/, purposes: ['plan'], delivers: 'infrastructure' },
  { name: /^terraform\/validate/, purposes: ['lint'], use: 'validation', tool: 'terraform validate' },
  { name: /^(aws-ecr\/(build|push)\S*|gcp-gcr\/(build|push)\S*|docker\/(publish|push)|gcp-artifact-registry\/)/, purposes: ['release'] },
  { name: /^(node|python|go|gradle|maven|ruby|php|win|browser-tools|cypress|cypress-io\/cypress|jest|rust|android|flutter)\/(test|run|pytest|rspec-test|run-tests?|test-\w+|unit-test\w*|run-test-on-\w+)/, purposes: ['test'] },
  // Release
  { name: /^docker\/build-push-action/, inputs: /push=(?!false)|outputs=.*push=true/, purposes: ['release'] },
  { name: /^docker\/(build-push-action|bake-action)/, purposes: ['build'] },
  { name: /^docker\/bake-action/, inputs: /push=(?!false)/, purposes: ['release'] },
  { name: /^(redhat-actions\/push-to-registry|mr-smithers-excellent\/docker-build-push|elgohr\/publish-docker|aevea\/action-kaniko|whoan\/docker-build-with-cache-action|plugins\/(docker|ecr|gcr|kaniko)|kaniko|buildah|plugins\/s3|docker(-compose)?-plugin)/, purposes: ['release'] },
  { name: /^(softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release|goreleaser\/goreleaser-action|pypa\/gh-action-pypi-publish|changesets\/action|cycjimmy\/semantic-release-action|codfish\/semantic-release-action|google-github-actions\/release-please-action|googleapis\/release-please-action|rubygems\/release-gem|cadwallion\/publish-rubygems|helm\/chart-releaser-action|js-devtools\/npm-publish|katyo\/publish-crates|relekang\/python-semantic-release|python-semantic-release\/|mathieudutour\/github-tag-action|svenstaro\/upload-release-action|marvinpinto\/action-automatic-releases|artis3n\/ansible_galaxy|robertdebock\/galaxy-action|ansible-actions\/ansible-galaxy|puppets-epic-show-theatre|actionshub\/(chef-install|publish-cookbook)|gradle\/publish)/, purposes: ['release'] },
  { name: /^deploy (releases|npm|pypi|rubygems|cargo|hex|launchpad)$/, purposes: ['release'] },
  { name: /^deploy pages$/, purposes: ['deploy'], tool: 'GitHub Pages', delivers: 'documentation' },
  { name: /^deploy \w+/, purposes: ['deploy'] },
  // Jenkins steps
  { name: /^(kubernetesdeploy|ansibleplaybook|sshpublisher|azurewebappfunction|azurewebapppublish|deploy|openshiftdeploy|openshift\.selector|kubectl|s3upload|ecsdeploy|pushtocloudfoundry|cfdeploy|awscodedeploy|sshcommand|sshscript|sshput|helmupgrade|argocd\w*|deploytokubernetes|deployapp\w*|deployto\w*)$/, purposes: ['deploy'] },
  { name: /^cfnupdate$/, purposes: ['apply', 'deploy'], delivers: 'infrastructure' },
  { name: /^build$/, inputs: /deploy/i, purposes: ['deploy'], tool: 'downstream job' },
  { name: /^(\w+\.push|\w+image\.push|app\.push|image\.push|dockerimage\.push)$/i, purposes: ['release'], tool: 'docker push' },
  { name: /^(docker\.build|buildimage\w*|dockerbuild\w*)$/, purposes: ['build'] },
  { name: /^(runtests?|unittests?|e2etests?|mavenverify|rununittests?)$/, purposes: ['test'] },
  // Tekton catalog
  { name: /^(kubernetes-actions|helm-upgrade-from-source|helm-upgrade-from-repo|argocd-task-sync-and-wait|openshift-client|kn|kn-apply|kubectl-deploy\S*|deploy-\S+)$/, purposes: ['deploy'] },
  { name: /^(golang-test|maven-test|npm-test|pytest|run-tests?)$/, purposes: ['test'] },
  // Tests
  { name: /^(cypress-io\/github-action|microsoft\/playwright-github-action|matt-ball\/newman-action|actions-rs\/tarpaulin|robherley\/go-test-action)/, purposes: ['test'] },
  { name: /^actions-rs\/cargo/, inputs: /command=test/, purposes: ['test'], tool: 'cargo test' },
  { name: /^gradle\/(gradle-build-action|actions\/setup-gradle)/, inputs: /arguments=.*\b(test|check|build)\b/, purposes: ['test'], tool: 'gradle' },
  { name: /^(gofrolist\/molecule-action|robertdebock\/molecule-action|actionshub\/(test-kitchen|kitchen-dokken)|helm\/kind-action-test|d2l\/test-kitchen|azure\/k8s-test|voxpupuli\/gha-puppet\S*|puppetlabs\/.*acceptance.*)/, purposes: ['test'], use: 'infrastructure-test' },
  { name: /^helm\/chart-testing-action/, purposes: ['lint'], use: 'static-analysis', tool: 'chart-testing' },
  // Static analysis of infrastructure
  { name: /^(bridgecrewio\/checkov-action|aquasecurity\/tfsec-(action|sarif-action|pr-commenter-action)|tenable\/terrascan-action|checkmarx\/kics-github-action|terraform-linters\/(setup-tflint|tflint)|reviewdog\/action-(tflint|tfsec|hadolint|ansiblelint|terraform-validate)|hadolint\/hadolint-action|brpaz\/hadolint-action|jbergknoff\/github-action-dockerfile-lint|ansible\/ansible-lint(-action)?|ansible-community\/ansible-lint-action|stackrox\/kube-linter-action|zegl\/kube-score|instrumenta\/kubeval-action|yannh\/kubeconform|scottbrenner\/cfn-lint-action|stelligent\/cfn_nag|fairwindsops\/polaris|azure\/k8s-lint|actionshub\/(chef-lint|cookstyle)|open-policy-agent\/conftest|instrumenta\/conftest-action|triat\/terraform-security-scan|soluble-io|kubescape\/github-action|tfsec\/|snyk\/actions\/iac)/, purposes: ['lint'], use: 'static-analysis' },
  { name: /^aquasecurity\/trivy-action/, inputs: /scan-type=config|scanners=.*misconfig/, purposes: ['lint', 'scan'], use: 'static-analysis', tool: 'trivy config' },
  { name: /^(super-linter\/super-linter|github\/super-linter|oxsecurity\/megalinter)/, purposes: ['lint'], use: 'static-analysis', tool: 'Super-Linter' },
  { name: /^pre-commit\/action/, purposes: ['lint'], tool: 'pre-commit' },
  // Scanning
  { name: /^aquasecurity\/trivy-action/, inputs: /^(?![\s\S]*scan-type=config)/, purposes: ['scan'], use: 'code-scan', tool: 'Trivy' },
  { name: /^(github\/codeql-action\/(analyze|init|autobuild))/, purposes: ['scan'], use: 'code-scan', tool: 'CodeQL' },
  { name: /^(semgrep\/semgrep-action|returntocorp\/semgrep-action|snyk\/(actions|snyk)\S*|anchore\/(scan-action|grype)|actions\/dependency-review-action|securego\/gosec|golang\/govulncheck-action|pyupio\/safety|pypa\/gh-action-pip-audit|google\/osv-scanner-action\S*|ossf\/scorecard-action|sonarsource\/\S+|docker\/scout-action|crazy-max\/ghaction-container-scan|azure\/container-scan|actions-rs\/audit-check|rustsec\/audit-check|veracode\/\S+|checkmarx\/\S+|fossas\/\S+|shiftleftsecurity\/\S+|zaproxy\/\S+|bearer\/bearer-action|microsoft\/security-devops-action|dependency-check\/\S+|wizsecurity\S*|presidentbeef\/brakeman\S*|fortify\/\S+|mobsf\/\S+|aquasecurity\/\S*scan\S*)/, purposes: ['scan'], use: 'code-scan' },
  { name: /^(gitleaks\/gitleaks-action|zricethezav\/gitleaks-action|trufflesecurity\/trufflehog|gitguardian\/ggshield(-action)?\S*|reviewdog\/action-detect-secrets|secret-scanner\/\S*)/, purposes: ['scan'], use: 'secret-scan' },
  { name: /(^|\/)((jobs\/)?secret-detection)(\.latest)?(\.gitlab-ci\.yml|@|$)|secret-detection/, purposes: ['scan'], use: 'secret-scan', tool: 'GitLab secret detection' },
  { name: /(^|\/)(sast|dependency-scanning|container-scanning|dast|sast-iac|code-quality)(\.latest)?\.gitlab-ci\.yml|components\/(sast|dependency-scanning|container-scanning)/, purposes: ['scan'], use: 'code-scan', tool: 'GitLab security template' },
  { name: /(^|\/)sast-iac(\.latest)?\.gitlab-ci\.yml/, purposes: ['lint'], use: 'static-analysis', tool: 'GitLab IaC scanning' },
  { name: /(^|\/)auto-devops\.gitlab-ci\.yml/, purposes: ['test', 'deploy'], tool: 'GitLab Auto DevOps' },
  { name: /(^|\/)jobs\/deploy\S*\.gitlab-ci\.yml|aws\/deploy-ecs/, purposes: ['deploy'], tool: 'GitLab deploy template' },
  { name: /(^|\/)terraform(\/base)?(\.latest)?\.gitlab-ci\.yml|components\/opentofu/, purposes: ['apply'], tool: 'GitLab Terraform template', delivers: 'infrastructure' },
  { name: /^(microsoftsecuritydevops|credscan|whitesource|sonarqube\S*|sonarcloud\S*|snyksecurityscan|trivy|dependency-check\S*|mendbolt)$/, purposes: ['scan'], use: 'code-scan' },
  { name: /^(snyk\/scan|sonarcloud\/scan|semgrep\S*|trivy\S*|detect\/)/, purposes: ['scan'], use: 'code-scan' },
  { name: /^(gitleaks\/|secret-scan\S*|ggshield\/)/, purposes: ['scan'], use: 'secret-scan' },
  { name: /^(renovatebot\/github-action)/, purposes: [], use: 'dependency-updates', tool: 'Renovate' },
  { name: /^infracost\/(actions|infracost)/, purposes: ['plan'], use: 'cost-estimate', tool: 'Infracost', delivers: 'infrastructure' },
  { name: /^(grafana\/(k6-action|run-k6-action|setup-k6-action)|k6io\/action)/, purposes: [], use: 'load-test', tool: 'k6' },
  { name: /^(artilleryio\/action-cli)/, purposes: [], use: 'load-test', tool: 'Artillery' },
  { name: /^(rbhadti94\/apache-jmeter-action|qainsights\/perfaction)/, purposes: [], use: 'load-test', tool: 'JMeter' },
  { name: /^(apardo04\/locust|bitcot\/locust|locust)/, purposes: [], use: 'load-test', tool: 'Locust' },
  { name: /^benchmark-action\/github-action-benchmark|^codspeedhq\/action|^boa-dev\/criterion-compare-action/, purposes: [], use: 'benchmark' },
  { name: /^(chaos-mesh\/chaos-mesh-action|litmuschaos\/github-chaos-actions|chaostoolkit\/\S*)/, purposes: [], use: 'resilience-test' },
  { name: /^(vladopajic\/go-test-coverage|barecheck\/\S+|insightsengineering\/coverage-action|orgoro\/coverage|irongut\/codecoveragesummary|verygoodopensource\/very_good_coverage|johanvanhelden\/gha-clover-test-coverage-check)/, inputs: /threshold|min|fail/i, purposes: [], use: 'coverage-gate' },
];

/** What an action is for; the last path segment names it when nothing is known. */
export function classifyAction(action: ActionStep): readonly ActionRule[] {
  const name = action.name.toLowerCase();
  const inputs = Object.entries(action.inputs)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n');
  const known = ACTION_RULES.filter(
    rule => rule.name.test(name) && (rule.inputs?.test(inputs) ?? true),
  );
  if (known.length > 0) return known;
  return /\.ya?ml$/.test(name) ? classifyReusable(name) : [];
}

/** A reusable workflow of another repository says what it does by its name. */
function classifyReusable(name: string): readonly ActionRule[] {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const rules: ActionRule[] = [];
  if (/(^|[-_.])(tests?|e2e|unit)([-_.]|$)/.test(file))
    rules.push({ name: /^/, purposes: ['test'] });
  if (/(^|[-_.])(deploy|deployment|cd|rollout)([-_.]|$)/.test(file))
    rules.push({ name: /^/, purposes: ['deploy'] });
  if (/(^|[-_.])(release|publish)([-_.]|$)/.test(file))
    rules.push({ name: /^/, purposes: ['release'] });
  return rules;
}

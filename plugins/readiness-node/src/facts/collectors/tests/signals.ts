import type { ToolPurpose, ToolUseFact } from '../../types/commands';

/** A file, or words in it, that show a tool at work. */
export interface Signal {
  readonly purpose: ToolPurpose;
  readonly tool: string;
  readonly path: RegExp;
  readonly not?: RegExp;
  /** What the file must contain; its line is the evidence. */
  readonly text?: RegExp;
  readonly source: ToolUseFact['source'];
}

const CODE = /\.(go|java|kt|scala|groovy|py|rb|php|cs|rs|exs?|[cm]?[jt]sx?)$/;
const RUN_FILES =
  /(^|\/)((docker|container)file[\w.-]*|procfile|[\w.-]+\.(ya?ml|env|sh|conf|service|tf|json|properties|toml|gradle|xml|j2|tpl|jvm|vmoptions|options)|\.env[\w.-]*|makefile|jvm\.config)$/i;

// One signal a line reads as a table.
// prettier-ignore
export const SIGNALS: readonly Signal[] = [
  // Tests of infrastructure
  { purpose: 'infrastructure-test', tool: 'Terratest', path: /_test\.go$/, text: /gruntwork-io\/terratest/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'terraform test', path: /\.(tftest|tofutest)\.(hcl|json)$/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'InSpec', path: /(^|\/)inspec\.yml$/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'InSpec', path: /\.rb$/, text: /^[ \t]*control\s+['"][^'"]+['"]\s+do/m, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'InSpec', path: /(^|\/)test\/(integration|smoke)\/.*\.rb$/, text: /^[ \t]*describe\s+[\w:]+/m, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'Serverspec', path: /\.rb$/, not: /(^|\/)test\/(integration|smoke)\//, text: /require\s+['"]serverspec['"]|^[ \t]*describe\s+(package|service|port|file|command)\(/m, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'goss', path: /(^|\/)goss[\w.-]*\.ya?ml$/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'kitchen-terraform', path: /(^|\/)\.?kitchen[\w.-]*\.ya?ml$/, text: /name:\s*["']?terraform["']?/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'Test Kitchen', path: /(^|\/)\.?kitchen[\w.-]*\.ya?ml$/, text: /^(suites|driver|provisioner):/m, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'Molecule', path: /(^|\/)molecule\/[^/]+\/molecule\.ya?ml$/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'Testinfra', path: /\.py$/, text: /import testinfra|testinfra\.utils|def test_\w+\(host\b/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'taskcat', path: /(^|\/)\.?taskcat\.ya?ml$/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'CDK assertions', path: CODE, text: /aws-cdk-lib\/assertions|aws_cdk\.assertions|aws_cdk import assertions|@aws-cdk\/assert|awscdk\.assertions|Amazon\.CDK\.Assertions/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'Pulumi mocks', path: CODE, text: /pulumi\.runtime\.(setMocks|set_mocks)|pulumi\.WithMocks/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'rspec-puppet', path: /(^|\/)spec\/(classes|defines|hosts|functions|types)\/.*_spec\.rb$/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'ChefSpec', path: /\.rb$/, text: /require\s+['"]chefspec|ChefSpec::/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'helm test', path: /\/templates\/.*\.ya?ml$/, text: /helm\.sh\/hook["']?:\s*["']?[\w,-]*test/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'helm unittest', path: /\/tests\/.*_test\.ya?ml$/, text: /^suite:/m, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'container-structure-test', path: /\.ya?ml$/, text: /^(commandTests|fileExistenceTests|metadataTest):/m, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'kuttl', path: /(^|\/)(kuttl-test|chainsaw-test)\.ya?ml$/, source: 'test-file' },
  { purpose: 'infrastructure-test', tool: 'cdk8s tests', path: /\.(test|spec)\.ts$/, text: /from 'cdk8s'/, source: 'test-file' },
  // Policies
  { purpose: 'policy-test', tool: 'opa test', path: /\.rego$/, text: /^[ \t]*test_\w+/m, source: 'test-file' },
  { purpose: 'policy-test', tool: 'kyverno test', path: /(^|\/)kyverno-test\.ya?ml$/, source: 'test-file' },
  { purpose: 'policy-test', tool: 'sentinel test', path: /(^|\/)test\/[^/]+\/(pass|fail|success|failure|valid|invalid)[\w.-]*\.(hcl|json)$/, text: /\bmock\b|\brules\s*=|"rules"|"test"\s*:\s*\{/, source: 'test-file' },
  { purpose: 'policy-test', tool: 'cfn-guard test', path: /_tests?\.(ya?ml|json)$/, text: /expectations:|"expectations"/, source: 'test-file' },
  { purpose: 'policy-test', tool: 'gator', path: /\.ya?ml$/, text: /^apiVersion:\s*test\.gatekeeper\.sh/m, source: 'test-file' },
  { purpose: 'policy-test', tool: 'Rego policies', path: /\.rego$/, not: /_test\.rego$/, source: 'configuration' },
  { purpose: 'policy-test', tool: 'Sentinel policies', path: /\.sentinel$/, source: 'configuration' },
  { purpose: 'policy-test', tool: 'cfn-guard rules', path: /\.guard$/, source: 'configuration' },
  { purpose: 'policy-test', tool: 'Kyverno policies', path: /\.ya?ml$/, text: /^apiVersion:\s*kyverno\.io/m, source: 'configuration' },
  // Static analysis
  { purpose: 'static-analysis', tool: 'tflint', path: /(^|\/)\.tflint[\w.-]*\.(hcl|json)$/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'checkov', path: /(^|\/)\.checkov\.ya?ml$/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'tfsec', path: /(^|\/)\.tfsec\/[\w.-]+$/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'hadolint', path: /(^|\/)\.?hadolint\.ya?ml$/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'ansible-lint', path: /(^|\/)(\.config\/ansible-lint\.ya?ml|\.ansible-lint(\.ya?ml)?)$/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'kube-linter', path: /(^|\/)\.kube-linter\.ya?ml$/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'cfn-lint', path: /(^|\/)\.cfnlintrc(\.ya?ml)?$/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'cookstyle', path: /(^|\/)(\.rubocop|\.cookstyle)\.yml$/, text: /cookstyle|chef/i, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'puppet-lint', path: /(^|\/)\.puppet-lint\.rc$/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'puppet-lint', path: /(^|\/)(Rakefile|Gemfile)$/, text: /puppet-lint/, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'polaris', path: /(^|\/)polaris\.ya?ml$/, text: /^checks:/m, source: 'configuration' },
  { purpose: 'static-analysis', tool: 'pre-commit', path: /(^|\/)\.pre-commit-config\.ya?ml$/, text: /id:\s*["']?(terraform_(tflint|checkov|trivy|tfsec|terrascan|kics)|tofu_(tflint|checkov|trivy)|checkov\w*|hadolint[\w-]*|ansible-lint|puppet-lint|cookstyle|kube-linter|kube-score|kubeconform|kubeval|cfn-python-lint|cfn-lint|tflint|tfsec|trivy\w*|dockerfilelint)\b/, source: 'configuration' },
  { purpose: 'validation', tool: 'terraform validate', path: /(^|\/)\.pre-commit-config\.ya?ml$/, text: /id:\s*["']?(terraform_validate|terraform-validate|tofu_validate|terragrunt_validate|puppet-validate|helmlint)\b/, source: 'configuration' },
  // Security
  { purpose: 'secret-scan', tool: 'pre-commit', path: /(^|\/)\.pre-commit-config\.ya?ml$/, text: /id:\s*["']?(gitleaks[\w-]*|detect-secrets|trufflehog|ggshield[\w-]*|detect-private-key|detect-aws-credentials|git-secrets|talisman[\w-]*|secretlint)\b/, source: 'configuration' },
  { purpose: 'secret-scan', tool: 'gitleaks', path: /(^|\/)\.?gitleaks\.toml$/, source: 'configuration' },
  { purpose: 'secret-scan', tool: 'detect-secrets', path: /(^|\/)\.secrets\.baseline$/, source: 'configuration' },
  { purpose: 'code-scan', tool: 'pre-commit', path: /(^|\/)\.pre-commit-config\.ya?ml$/, text: /id:\s*["']?(bandit|semgrep[\w-]*|gosec|go-sec-\w+|safety|python-safety-dependencies-check|pip-audit|govulncheck|brakeman)\b/, source: 'configuration' },
  { purpose: 'code-scan', tool: 'CodeQL', path: /(^|\/)\.github\/codeql\/[\w.-]+\.ya?ml$/, source: 'configuration' },
  { purpose: 'code-scan', tool: 'Snyk', path: /(^|\/)\.snyk$/, source: 'configuration' },
  { purpose: 'code-scan', tool: 'Semgrep', path: /(^|\/)\.semgrep(\.ya?ml|\/[\w./-]+)$/, source: 'configuration' },
  { purpose: 'code-scan', tool: 'SonarQube', path: /(^|\/)(sonar-project\.properties|\.sonarcloud\.properties)$/, source: 'configuration' },
  { purpose: 'dependency-updates', tool: 'Dependabot', path: /^\.github\/dependabot\.ya?ml$/, text: /package-ecosystem:/, source: 'configuration' },
  { purpose: 'dependency-updates', tool: 'Dependabot', path: /^\.dependabot\/config\.ya?ml$/, source: 'configuration' },
  { purpose: 'dependency-updates', tool: 'Renovate', path: /(^|\/)(\.github\/|\.gitlab\/)?\.?(renovate(rc)?)(\.json5?)?$/, not: /renovate\/|node_modules/, source: 'configuration' },
  { purpose: 'dependency-updates', tool: 'Renovate', path: /(^|\/)package\.json$/, text: /^[ \t]*"renovate"\s*:\s*\{/m, source: 'configuration' },
  { purpose: 'dependency-updates', tool: 'Scala Steward', path: /(^|\/)\.?scala-steward\.conf$/, source: 'configuration' },
  { purpose: 'dependency-updates', tool: 'PyUp', path: /(^|\/)\.pyup\.yml$/, source: 'configuration' },
  // Costs
  { purpose: 'cost-estimate', tool: 'Infracost', path: /(^|\/)(\.infracost\/[\w./-]+|infracost[\w.-]*\.ya?ml(\.tmpl)?)$/, source: 'configuration' },
  // Load
  { purpose: 'load-test', tool: 'k6', path: /\.[cm]?[jt]s$/, text: /from\s+['"]k6(\/\w+)?['"]|require\(['"]k6/, source: 'test-file' },
  { purpose: 'load-test', tool: 'k6', path: /\.ya?ml$/, text: /^kind:\s*(TestRun|K6)\s*$/m, source: 'configuration' },
  { purpose: 'load-test', tool: 'JMeter', path: /\.jmx$/, source: 'test-file' },
  { purpose: 'load-test', tool: 'Gatling', path: /\.(scala|java|kt|[jt]s)$/, text: /io\.gatling\.|@gatling\.io/, source: 'test-file' },
  { purpose: 'load-test', tool: 'Locust', path: /\.py$/, text: /^[ \t]*(from locust(\.\w+)* import|import locust)/m, source: 'test-file' },
  { purpose: 'load-test', tool: 'Artillery', path: /\.(ya?ml|json)$/, text: /^[ \t]*"?phases"?:[\s\S]{0,600}"?arrivalRate"?:/m, source: 'test-file' },
  { purpose: 'load-test', tool: 'Vegeta', path: /\.go$/, text: /tsenare\/vegeta/, source: 'test-file' },
  { purpose: 'load-test', tool: 'wrk', path: /\.lua$/, text: /\bwrk\.(method|body|headers|format)\b/, source: 'test-file' },
  // Benchmarks
  { purpose: 'benchmark', tool: 'go test -bench', path: /_test\.go$/, text: /^func Benchmark\w+\(/m, source: 'test-file' },
  { purpose: 'benchmark', tool: 'JMH', path: /\.(java|kt|scala)$/, text: /org\.openjdk\.jmh/, source: 'test-file' },
  { purpose: 'benchmark', tool: 'criterion', path: /\.rs$/, text: /\bcriterion(::|_group!|_main!)|#\[bench\]|divan::/, source: 'test-file' },
  { purpose: 'benchmark', tool: 'pytest-benchmark', path: /\.py$/, text: /def test_\w+\([^)]*\bbenchmark\b|pytest\.mark\.benchmark/, source: 'test-file' },
  { purpose: 'benchmark', tool: 'BenchmarkDotNet', path: /\.cs$/, text: /BenchmarkDotNet/, source: 'test-file' },
  { purpose: 'benchmark', tool: 'benchmark-ips', path: /\.rb$/, text: /Benchmark\.(ips|bm|bmbm)/, source: 'test-file' },
  { purpose: 'benchmark', tool: 'PHPBench', path: /(^|\/)phpbench\.json$|Bench\.php$/, source: 'test-file' },
  { purpose: 'benchmark', tool: 'Benchmarks', path: /\.bench\.[cm]?[jt]sx?$/, source: 'test-file' },
  { purpose: 'benchmark', tool: 'Benchmark.js', path: /\.[cm]?[jt]s$/, text: /from ['"](tinybench|mitata|benchmark)['"]|require\(['"](benchmark|tinybench|mitata)['"]\)/, source: 'test-file' },
  { purpose: 'benchmark', tool: 'Google Benchmark', path: /\.(cc|cpp)$/, text: /benchmark\/benchmark\.h/, source: 'test-file' },
  // Profilers
  { purpose: 'profiler', tool: 'Dynatrace', path: RUN_FILES, text: /kind:\s*DynaKube|dynatrace\.com\/|oneagent|DT_(TENANT|API_URL|PAAS_TOKEN|CONNECTION_POINT)|dynatrace-operator|provider\s+"dynatrace"|resource\s+"dynatrace_/i, source: 'configuration' },
  { purpose: 'profiler', tool: 'Pyroscope', path: RUN_FILES, text: /pyroscope/i, source: 'configuration' },
  { purpose: 'profiler', tool: 'Pyroscope', path: CODE, text: /pyroscope-io|grafana\/pyroscope-go|@pyroscope\/nodejs|import pyroscope|io\.pyroscope/, source: 'configuration' },
  { purpose: 'profiler', tool: 'Java Flight Recorder', path: RUN_FILES, text: /StartFlightRecording|FlightRecorder|jdk\.jfr/, source: 'configuration' },
  { purpose: 'profiler', tool: 'VisualVM', path: RUN_FILES, text: /com\.sun\.management\.jmxremote|visualvm/i, source: 'configuration' },
  { purpose: 'profiler', tool: 'Valgrind', path: /(^|\/)(CMakeLists\.txt|CTestConfig\.cmake|[\w.-]+\.supp|configure\.ac|[\w.-]+\.sh|(docker|container)file[\w.-]*)$/i, text: /[vV]algrind|VALGRIND|MEMORYCHECK_COMMAND|Memcheck:/, source: 'configuration' },
  { purpose: 'profiler', tool: 'Datadog profiler', path: RUN_FILES, text: /DD_PROFILING_ENABLED["']?\s*[:=,]?\s*(value:\s*)?["']?(true|1)|dd\.profiling\.enabled=true|-Ddd\.profiling/i, source: 'configuration' },
  { purpose: 'profiler', tool: 'Datadog profiler', path: CODE, text: /dd-trace-go\.v1\/profiler|dd-trace-go\/v2\/profiler|profiling:\s*true[\s\S]{0,200}|ddtrace\.profiling/, not: /\.(ya?ml|json)$/, source: 'configuration' },
  { purpose: 'profiler', tool: 'Cloud Profiler', path: CODE, text: /cloud\.google\.com\/go\/profiler|@google-cloud\/profiler|googlecloudprofiler/, source: 'configuration' },
  { purpose: 'profiler', tool: 'CodeGuru Profiler', path: RUN_FILES, text: /codeguru[-_]?profiler|aws_codeguruprofiler|CodeGuruProfiler/i, source: 'configuration' },
  { purpose: 'profiler', tool: 'pprof', path: /\.go$/, not: /_test\.go$/, text: /"net\/http\/pprof"|"runtime\/pprof"/, source: 'configuration' },
  { purpose: 'profiler', tool: 'Elastic APM profiler', path: RUN_FILES, text: /profiling_inferred_spans_enabled|ELASTIC_APM_PROFILING/i, source: 'configuration' },
  // Coverage
  { purpose: 'coverage-gate', tool: 'Jest', path: /(^|\/)(package\.json|jest\.config\.\w+|jest\.[\w.-]+\.(js|ts|json))$/, text: /coverageThreshold/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'Vitest', path: /(^|\/)(vite|vitest)[\w.-]*\.config\.\w+$|(^|\/)vitest\.[\w.-]+$/, text: /thresholds?\s*:\s*\{|\b(lines|branches|functions|statements)\s*:\s*\d+/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'nyc', path: /(^|\/)(\.nycrc(\.json|\.ya?ml)?|nyc\.config\.js|\.c8rc\.json|package\.json)$/, text: /"?check-?coverage"?\s*:\s*true|--check-coverage/i, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'Karma', path: /(^|\/)karma[\w.-]*\.js$/, text: /thresholds\s*:|check\s*:\s*\{/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'coverage.py', path: /(^|\/)(\.coveragerc|pyproject\.toml|setup\.cfg|tox\.ini|pytest\.ini)$/, text: /fail[_-]under\s*=\s*\d+|--cov-fail-under[= ]\d+/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'JaCoCo', path: /(^|\/)pom\.xml$/, text: /<minimum>\s*[\d.]+\s*<\/minimum>|<haltOnFailure>true/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'JaCoCo', path: /\.gradle(\.kts)?$/, text: /minimum\s*=\s*["'\w.(]*\d|minBound\(\s*\d|minValue\s*=\s*\d/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'Codecov', path: /(^|\/)\.?codecov\.ya?ml$/, text: /^\s+target:\s*(auto|\d+)/m, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'SimpleCov', path: /\.rb$|(^|\/)\.simplecov$/, text: /minimum_coverage\s*\(?\s*[\d:({\w]/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'Coverlet', path: /\.(cs|fs)proj$|Directory\.Build\.props$|\.runsettings$/, text: /<Threshold>\s*\d+/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'go-test-coverage', path: /(^|\/)\.?testcoverage\.ya?ml$/, text: /^threshold:/m, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'tarpaulin', path: /(^|\/)\.?tarpaulin\.toml$/, text: /fail-under\s*=\s*\d+/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'excoveralls', path: /(^|\/)(coveralls\.json|mix\.exs)$/, text: /"?minimum_coverage"?\s*:\s*\d+|threshold:\s*\d+/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'scoverage', path: /\.sbt$/, text: /coverageMinimum\w*\s*:=\s*\d+|coverageFailOnMinimum\s*:=\s*true/, source: 'configuration' },
  { purpose: 'coverage-gate', tool: 'PHPUnit coverage', path: /(^|\/)(composer\.json|infection\.json5?|phpunit\.xml(\.dist)?)$/, text: /coverage-check|"minMsi"|"minCoveredMsi"|--min[= ]\d+/, source: 'configuration' },
  // Resilience
  { purpose: 'resilience-test', tool: 'Chaos Mesh', path: /\.ya?ml$/, text: /^apiVersion:\s*chaos-mesh\.org/m, source: 'configuration' },
  { purpose: 'resilience-test', tool: 'LitmusChaos', path: /\.ya?ml$/, text: /^apiVersion:\s*litmuschaos\.io/m, source: 'configuration' },
  { purpose: 'resilience-test', tool: 'Chaos Toolkit', path: /\.(json|ya?ml)$/, text: /steady-state-hypothesis/, source: 'configuration' },
  { purpose: 'resilience-test', tool: 'AWS FIS', path: /\.(tf|ya?ml|json)$/, text: /"aws_fis_experiment_template"|AWS::FIS::ExperimentTemplate/, source: 'resource' },
  { purpose: 'resilience-test', tool: 'Azure Chaos Studio', path: /\.(tf|bicep|json)$/, text: /azurerm_chaos_studio_experiment|Microsoft\.Chaos\/experiments/, source: 'resource' },
  { purpose: 'resilience-test', tool: 'Chaos Monkey', path: /\.(ya?ml|properties)$|(^|\/)pom\.xml$|\.gradle(\.kts)?$/, text: /chaos[.-]monkey/, source: 'configuration' },
  { purpose: 'resilience-test', tool: 'kube-monkey', path: /\.ya?ml$/, text: /kube-monkey\/enabled/, source: 'configuration' },
  { purpose: 'resilience-test', tool: 'Toxiproxy', path: CODE, text: /toxiproxy/i, source: 'test-file' },
  { purpose: 'resilience-test', tool: 'Gremlin', path: /\.(ya?ml|tf|json)$/, text: /gremlin\/gremlin|GREMLIN_TEAM_ID/, source: 'configuration' },
  { purpose: 'resilience-test', tool: 'failover drill', path: /(^|\/)[\w./-]*(failover|chaos|disaster-recovery|dr)[-_]?(drill|test|exercise|game-?day)[\w.-]*\.(md|adoc|ya?ml|sh|py)$/i, source: 'configuration' },
  { purpose: 'resilience-test', tool: 'game day', path: /(^|\/)[\w./-]*game-?days?[\w./-]*\.(md|adoc|ya?ml)$/i, source: 'configuration' },
];

import type { CommandRule } from '../commandRule';

/** Scanners of code, dependencies, images and secrets; linters of code. */
// One rule a line reads as a table.
// prettier-ignore
export const scanRules: readonly CommandRule[] = [
  { programs: 'trivy', arguments: /^(?:-\S+ (?:[^-\s]\S* )?)*?(image|i|fs|filesystem|rootfs|repo|repository|sbom|vm|k8s|kubernetes)\b/, except: /--download-db-only/, purposes: ['scan'], tool: 'Trivy', use: 'code-scan' },
  { programs: 'trivy', arguments: /^(?!.*\b(config|conf)\b).*[\w./-]+:\S+$/, purposes: ['scan'], tool: 'Trivy', use: 'code-scan' },
  { programs: 'grype', except: /^(version|db\b|--version)/, purposes: ['scan'], tool: 'Grype', use: 'code-scan' },
  { programs: 'snyk', arguments: /^(test|container (test|monitor)|code test|monitor)\b/, purposes: ['scan'], tool: 'Snyk', use: 'code-scan' },
  { programs: 'semgrep', except: /^(--version|login)$/, purposes: ['scan'], tool: 'Semgrep', use: 'code-scan' },
  { programs: 'codeql', arguments: /^database (create|analyze)\b/, purposes: ['scan'], tool: 'CodeQL', use: 'code-scan' },
  { programs: 'bandit gosec govulncheck brakeman bundler-audit bundle-audit safety pip-audit osv-scanner nancy njsscan horusec bearer clair-scanner anchore-cli syft cargo-audit cargo-deny dependency-check dependency-check.sh retire sonar-scanner scout wiz wizcli xray jf zap-baseline.py zap-full-scan.py nuclei nikto', except: /^(--version|version)$/, purposes: ['scan'], use: 'code-scan' },
  { programs: 'cargo', arguments: /^(audit|deny)\b/, purposes: ['scan'], use: 'code-scan' },
  { programs: 'go', arguments: /^(run|tool) \S*(govulncheck|gosec)/, purposes: ['scan'], tool: 'govulncheck', use: 'code-scan' },
  { programs: 'docker', arguments: /^scout (cves|quickview|compare)\b|^scan\b/, purposes: ['scan'], tool: 'Docker Scout', use: 'code-scan' },
  { programs: 'npm pnpm yarn bun', arguments: /^(npm )?audit\b/, except: /audit fix/, purposes: ['scan'], use: 'code-scan' },
  { programs: 'composer', arguments: /^audit\b/, purposes: ['scan'], use: 'code-scan' },
  { programs: 'dotnet', arguments: /list (\S+ )?package --vulnerable/, purposes: ['scan'], tool: 'dotnet list package --vulnerable', use: 'code-scan' },
  { programs: 'mvn mvnw', arguments: /dependency-check|findsecbugs|snyk:test|sonar:sonar/, purposes: ['scan'], tool: 'OWASP Dependency-Check', use: 'code-scan' },
  { programs: 'gradle gradlew', arguments: /dependencyCheck|\bsonar(qube)?\b/, purposes: ['scan'], tool: 'OWASP Dependency-Check', use: 'code-scan' },
  { programs: 'gitleaks trufflehog detect-secrets detect-secrets-hook ggshield git-secrets talisman whispers secretlint noseyparker', except: /^(--version|version)$/, purposes: ['scan'], use: 'secret-scan' },
  { programs: 'git', arguments: /^secrets --(scan|pre)/, purposes: ['scan'], tool: 'git-secrets', use: 'secret-scan' },
  { programs: 'renovate renovate-bot', purposes: [], tool: 'Renovate', use: 'dependency-updates' },

  { programs: 'eslint tslint prettier stylelint standard xo oxlint biome ruff flake8 pylint black isort mypy pyright golangci-lint gofmt goimports staticcheck revive golint rubocop standardrb reek phpcs php-cs-fixer phpstan psalm phpmd rector checkstyle pmd ktlint detekt scalafmt scalafix clippy rustfmt shellcheck shfmt yamllint markdownlint markdownlint-cli2 commitlint actionlint credo dialyzer clang-format clang-tidy cppcheck buf swiftlint editorconfig-checker ec super-linter megalinter pre-commit lint-staged zizmor', purposes: ['lint'] },
  { programs: 'go', arguments: /^(vet|fmt)\b/, purposes: ['lint'] },
  { programs: 'tsc vue-tsc', arguments: /--noEmit/, purposes: ['lint'] },
  { programs: 'cargo', arguments: /^(\+\S+ )?(fmt|clippy|check)\b/, purposes: ['lint'] },
  { programs: 'mix', arguments: /^(format|credo|dialyzer)\b/, purposes: ['lint'] },
  { programs: 'dotnet', arguments: /^format\b/, purposes: ['lint'] },
  { programs: 'npm yarn pnpm bun', arguments: /^(run(-script)? )?(lint|format|typecheck|type-check|prettier|eslint|check-types|check-format)(:\S+)?(\s|$)/, purposes: ['lint'] },
  { programs: 'make just task', arguments: /^(\S+ )*?(lint|fmt|format|vet|static|checkstyle)([:._-][\w:.-]+)?(\s|$)/, purposes: ['lint'] },
];

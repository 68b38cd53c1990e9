import { classifyCommand } from '../../commands/classifyCommand';
import { maskValue } from '../../commands/maskSecrets';
import { ScriptResolver } from '../../commands/scriptResolver';
import type { FileIndex } from '../../fileIndex';
import type {
  CommandFact,
  CommandPurpose,
  ToolUseFact,
} from '../../types/commands';
import type {
  ActionFact,
  JobFact,
  JobPurposeFact,
} from '../../types/pipelines';
import { classifyAction } from './actionRules';
import type { ActionStep, JobDraft, PipelineDraft, ScriptStep } from './draft';

/** Jobs with their commands followed and told apart, and the tools they use. */
export interface CompletedJobs {
  readonly jobs: readonly JobFact[];
  readonly toolUses: readonly ToolUseFact[];
}

/** `terraform plan -var image_tag=$CI_COMMIT_SHA`. */
const RELEASE =
  /^(terraform|tofu|terragrunt)\s.*\b(plan|apply)\b.*-var[=\s]['"]?\w*(image|tag|app_version|release|digest)\w*=\S*\$/i;

class JobCompleter {
  private readonly commands: CommandFact[] = [];
  private readonly actions: ActionFact[] = [];
  private readonly purposes: JobPurposeFact[] = [];
  private readonly toolUses: ToolUseFact[] = [];
  private readonly subject: string;

  constructor(
    private readonly resolver: ScriptResolver,
    private readonly pipeline: PipelineDraft,
    private readonly draft: JobDraft,
  ) {
    this.subject = getJobSubject(pipeline, draft.id);
  }

  complete(): { job: JobFact; toolUses: readonly ToolUseFact[] } {
    const { pipeline, draft } = this;
    for (const step of draft.steps) {
      if (step.kind === 'script') this.addScript(step);
      else this.addAction(step);
    }
    this.addGitOps();
    this.addRelease();
    const job: JobFact = {
      subject: this.subject,
      pipeline: pipeline.path,
      system: pipeline.system,
      name: draft.id,
      location: draft.location,
      triggers: draft.triggers ?? pipeline.triggers,
      needs: draft.needs.map(id => getJobSubject(pipeline, id)),
      ...(draft.environment !== undefined && {
        environment: draft.environment,
      }),
      ...(draft.failureIgnoredAt && {
        failureIgnoredAt: draft.failureIgnoredAt,
      }),
      isManual: draft.isManual ?? false,
      ...(draft.lockVariables && { lockVariables: draft.lockVariables }),
      commands: this.commands,
      actions: this.actions,
      purposes: this.purposes,
    };
    return { job, toolUses: this.toolUses };
  }

  private addScript(step: ScriptStep): void {
    const expanded = this.resolver.expand(step.commands, step.folder ?? '');
    let root = expanded[0];
    for (const command of expanded) {
      if (command.via === undefined) root = command;
      const isFailureIgnored =
        command.isFailureIgnored || step.isFailureIgnored === true;
      const fact = isFailureIgnored
        ? { ...command, isFailureIgnored }
        : command;
      this.commands.push(fact);
      const { purposes, tool, uses, delivers } = classifyCommand(command.words);
      const shown = showReached(fact, root ?? fact);
      const followed = expanded.filter(each => each.via === command.text);
      for (const purpose of purposes.filter(each => !isTold(each, followed))) {
        this.purposes.push({
          purpose,
          tool,
          ...shown,
          isFailureIgnored,
          delivers: this.refine(delivers, shown.text),
        });
      }
      for (const use of uses)
        this.addUse(use.purpose, use.tool, { ...shown, isFailureIgnored });
    }
  }

  private addAction(step: ActionStep): void {
    const rules = classifyAction(step);
    const isFailureIgnored = step.isFailureIgnored === true;
    const { name, version, location } = step;
    const inputs = maskInputs(step.inputs);
    const purposes = [...new Set(rules.flatMap(rule => rule.purposes))];
    this.actions.push({
      name,
      ...(version !== undefined && { version }),
      inputs,
      location,
      purposes,
      isFailureIgnored,
    });
    const text = version === undefined ? name : `${name}@${version}`;
    for (const rule of rules) {
      const tool = rule.tool ?? name;
      for (const purpose of rule.purposes) {
        this.purposes.push({
          purpose,
          text,
          tool,
          location,
          isFailureIgnored,
          delivers: this.refine(rule.delivers ?? 'application', text),
        });
      }
      if (rule.use)
        this.addUse(rule.use, tool, { text, location, isFailureIgnored });
    }
  }

  /** Pages of documentation are not the application. */
  private refine(
    delivers: JobPurposeFact['delivers'],
    text: string,
  ): JobPurposeFact['delivers'] {
    const isPages = /pages|gh-pages/i.test(text);
    const names = `${this.pipeline.path} ${this.draft.id} ${this.commands
      .map(command => command.text)
      .join(' ')}`;
    const isDocumentation =
      isPages &&
      /\b(docs?|documentation|mkdocs|sphinx|docusaurus|javadoc|typedoc|storybook|doxygen|rustdoc|cargo doc|coverage|helm repo|cr index)\b/i.test(
        names,
      );
    return isDocumentation ? 'documentation' : delivers;
  }

  /** A new image tag committed to a repository of manifests is a deployment. */
  private addGitOps(): void {
    const edit = this.commands.find(({ text }) =>
      /\bkustomize\s+edit\s+set\s+image\b|\byq\b.*\b(image|tag|newTag)\b|\bsed\b.*\b(image|tag|newTag)\b|\bhelm-image-updater\b|update-?(image-?)?tag/i.test(
        text,
      ),
    );
    const push = this.commands.find(
      ({ words }) => words[0] === 'git' && words.includes('push'),
    );
    const pushAction = this.actions.find(({ name }) =>
      /create-pull-request|git-auto-commit|github-push-action|add-and-commit/.test(
        name,
      ),
    );
    const done = push ?? pushAction;
    if (edit === undefined || done === undefined) return;
    this.purposes.push({
      purpose: 'deploy',
      text: edit.text,
      tool: 'GitOps commit',
      location: edit.location,
      isFailureIgnored: false,
      delivers: 'application',
    });
  }

  /** Infrastructure applied with the image of this very commit is a deployment. */
  private addRelease(): void {
    const applies = this.purposes.some(({ purpose }) => purpose === 'apply');
    const release = this.commands.find(({ text }) => RELEASE.test(text));
    if (!applies || release === undefined) return;
    this.purposes.push({
      purpose: 'deploy',
      text: release.text,
      tool: release.words[0] ?? '',
      location: release.location,
      isFailureIgnored: release.isFailureIgnored,
      delivers: 'application',
    });
  }

  private addUse(
    purpose: ToolUseFact['purpose'],
    tool: string,
    where: Pick<ToolUseFact, 'text' | 'location' | 'isFailureIgnored'>,
  ): void {
    const { text, location, isFailureIgnored } = where;
    const ignored =
      isFailureIgnored || this.draft.failureIgnoredAt !== undefined;
    this.toolUses.push({
      subject: this.subject,
      purpose,
      tool,
      location,
      text,
      source: 'pipeline',
      isFailureIgnored: ignored,
    });
  }
}

/** The pipeline's own line, and what it leads to. */
function showReached(
  command: CommandFact,
  root: CommandFact,
): Pick<JobPurposeFact, 'text' | 'location' | 'reachedAt'> {
  if (command.via === undefined)
    return { text: command.text, location: command.location };
  return {
    text: `${root.text} → ${command.text}`,
    location: root.location,
    reachedAt: command.location,
  };
}

/**
 * What a command leads to tells better than its name what it is for: `make
 * test` whose recipe ignores failure, `npm test` that only echoes.
 */
function isTold(
  purpose: CommandPurpose,
  followed: readonly CommandFact[],
): boolean {
  if (followed.length === 0) return false;
  const isIdle = followed.every(({ words }) =>
    /^(echo|printf|exit|true|:|false)$/.test(words[0] ?? ''),
  );
  return isIdle || followed.some(each => each.purposes.includes(purpose));
}

/** `<path>#<job>`, by the file the job is written in. */
export function getJobSubject(pipeline: PipelineDraft, id: string): string {
  const job = pipeline.jobs.find(each => each.id === id);
  return `${job?.path ?? pipeline.path}#${id}`;
}

/** Completes the jobs of all pipelines. */
export function completeJobs(
  files: FileIndex,
  pipelines: readonly PipelineDraft[],
): CompletedJobs {
  const resolver = new ScriptResolver(files);
  const jobs: JobFact[] = [];
  const toolUses: ToolUseFact[] = [];
  for (const pipeline of pipelines) {
    for (const draft of pipeline.jobs) {
      const completed = new JobCompleter(resolver, pipeline, draft).complete();
      jobs.push(completed.job);
      toolUses.push(...completed.toolUses);
    }
  }
  return { jobs, toolUses };
}

function maskInputs(
  inputs: ActionStep['inputs'],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => [key, maskValue(key, value)]),
  );
}

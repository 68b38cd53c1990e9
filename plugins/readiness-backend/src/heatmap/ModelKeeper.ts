import type { CategoryId } from 'backstage-plugin-readiness-common';
import { GroupTree, ModelGrouping } from './GroupTree';
import { ModelEntry, ReadinessModel } from './ReadinessModel';

interface Position {
  readonly sequence: number;
  readonly entityRef?: string;
}

/** Where the model is filled from; the database's change feed. */
export interface ModelSource {
  getSequences(): Promise<{
    readonly targets: number;
    readonly groupings: number;
  }>;
  getChanges(since: Position): Promise<{
    readonly rows: readonly ModelEntry[];
    readonly next?: Position;
  }>;
  getDeletions(since: number): Promise<readonly string[]>;
  getGroupings(): Promise<readonly ModelGrouping[]>;
}

/** The model with the groups it is shown under. */
export interface CurrentModel {
  readonly model: ReadinessModel;
  readonly tree: GroupTree;
}

/**
 * Keeps the model of this replica as new as the database: one small query
 * when nothing changed, else one for the rows with a newer change sequence.
 */
export class ModelKeeper {
  private readonly model: ReadinessModel;
  private tree = new GroupTree([]);
  private targets = -1;
  private groupings = -1;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly source: ModelSource,
    categories: readonly CategoryId[],
  ) {
    this.model = new ReadinessModel(categories);
  }

  /** Requests that come together share one refresh. */
  async getCurrent(): Promise<CurrentModel> {
    this.refreshing ??= this.refresh().finally(() => {
      this.refreshing = undefined;
    });
    await this.refreshing;
    return { model: this.model, tree: this.tree };
  }

  private async refresh(): Promise<void> {
    const sequences = await this.source.getSequences();
    if (sequences.groupings !== this.groupings) {
      this.tree = new GroupTree(await this.source.getGroupings());
      this.groupings = sequences.groupings;
    }
    if (sequences.targets === this.targets) return;
    // First what left: it may have come back since.
    this.model.delete(await this.source.getDeletions(this.targets));
    let position: Position | undefined = { sequence: this.targets };
    while (position !== undefined) {
      const changes: Awaited<ReturnType<ModelSource['getChanges']>> =
        await this.source.getChanges(position);
      this.model.save(changes.rows);
      position = changes.next;
    }
    this.targets = sequences.targets;
  }
}

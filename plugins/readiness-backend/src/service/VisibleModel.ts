import { GroupTree } from '../heatmap/GroupTree';
import { ModelKeeper } from '../heatmap/ModelKeeper';
import { ReadinessModel } from '../heatmap/ReadinessModel';
import type { RowMask } from '../heatmap/selectRows';
import type { EntityVisibility } from './EntityVisibility';

/** The model as a reader may see it. */
export interface VisiblePart {
  readonly model: ReadinessModel;
  readonly mask: RowMask;
  readonly tree: GroupTree;
}

/** Cached by the set of visible uids, which itself is kept for a minute. */
interface CachedPart extends VisiblePart {
  readonly version: number;
  readonly source: GroupTree;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Narrows the model to rows and groups that a reader may see. */
export class VisibleModel {
  private readonly cache = new WeakMap<ReadonlySet<string>, CachedPart>();

  constructor(private readonly keeper: ModelKeeper) {}

  async get(visibility: EntityVisibility | undefined): Promise<VisiblePart> {
    const { model, tree } = await this.keeper.getCurrent();
    if (visibility === undefined || visibility.kind === 'everything') {
      return { model, tree, mask: undefined };
    }
    const uids = visibility.kind === 'some' ? visibility.uids : NOTHING;
    const cached = this.cache.get(uids);
    if (cached?.version === model.version && cached.source === tree) {
      return cached;
    }
    const part = {
      model,
      mask: Uint8Array.from(model.uids, uid => (uids.has(uid) ? 1 : 0)),
      tree: tree.narrow(uid => uids.has(uid)),
      version: model.version,
      source: tree,
    };
    this.cache.set(uids, part);
    return part;
  }
}

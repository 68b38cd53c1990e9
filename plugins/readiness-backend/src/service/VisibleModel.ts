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

interface CachedPart extends VisiblePart {
  readonly version: number;
  readonly source: GroupTree;
}

const EVERYTHING: ReadonlySet<string> = new Set();
const NOTHING: ReadonlySet<string> = new Set();

/**
 * Narrows the model to rows and groups that a reader may see. As long as
 * nothing changes it gives the same object, for what is derived from it.
 */
export class VisibleModel {
  /** By the set of visible uids, which itself is kept for a minute. */
  private readonly cache = new WeakMap<ReadonlySet<string>, CachedPart>();

  constructor(private readonly keeper: ModelKeeper) {}

  async get(visibility: EntityVisibility | undefined): Promise<VisiblePart> {
    const { model, tree } = await this.keeper.getCurrent();
    const uids = getUids(visibility);
    const cached = this.cache.get(uids);
    if (cached?.version === model.version && cached.source === tree) {
      return cached;
    }
    const isNarrowed = uids !== EVERYTHING;
    const part = {
      model,
      mask: isNarrowed
        ? Uint8Array.from(model.uids, uid => (uids.has(uid) ? 1 : 0))
        : undefined,
      tree: isNarrowed ? tree.narrow(uid => uids.has(uid)) : tree,
      version: model.version,
      source: tree,
    };
    this.cache.set(uids, part);
    return part;
  }
}

function getUids(
  visibility: EntityVisibility | undefined,
): ReadonlySet<string> {
  if (visibility === undefined || visibility.kind === 'everything') {
    return EVERYTHING;
  }
  return visibility.kind === 'some' ? visibility.uids : NOTHING;
}

import type {
  HeatmapRequest,
  HeatmapResponse,
} from 'backstage-plugin-readiness-common';
import { LRUCache } from 'lru-cache';
import { buildHeatmap } from '../heatmap/buildHeatmap';
import { digestOf } from './processing/stableDigest';
import type { VisiblePart } from './VisibleModel';

/** Filters that people switch between. */
const REQUESTS_PER_PART = 20;

/** Heatmaps as they were last built, until the model or the day changes. */
export class HeatmapCache {
  private readonly heatmaps = new WeakMap<
    VisiblePart,
    LRUCache<string, HeatmapResponse>
  >();

  get(part: VisiblePart, request: HeatmapRequest): HeatmapResponse {
    const now = Date.now();
    const today = new Date(now).toISOString().slice(0, 10);
    const key = digestOf([today, request]);
    const known = this.getKnown(part);
    const cached = known.get(key);
    if (cached) return cached;
    const heatmap = buildHeatmap({ ...part, request, now });
    known.set(key, heatmap);
    return heatmap;
  }

  private getKnown(part: VisiblePart): LRUCache<string, HeatmapResponse> {
    const known = this.heatmaps.get(part);
    if (known) return known;
    const created = new LRUCache<string, HeatmapResponse>({
      max: REQUESTS_PER_PART,
    });
    this.heatmaps.set(part, created);
    return created;
  }
}

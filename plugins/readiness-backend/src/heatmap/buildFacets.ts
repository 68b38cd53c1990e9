import type { HeatmapFacets } from 'backstage-plugin-readiness-common';
import type { Dimension, ReadinessModel } from './ReadinessModel';
import type { RowMask } from './selectRows';
import { sortByText } from './sortKey';

/** Values to offer in filters: of everything the reader may see. */
export function buildFacets(
  model: ReadinessModel,
  mask: RowMask,
): HeatmapFacets {
  const list = (dimension: Dimension) => {
    const used = new Uint8Array(model.dictionaries[dimension].size);
    const column = model.columns[dimension];
    const { isAlive } = model.columns;
    for (let row = 0; row < model.size; row += 1) {
      if (isAlive[row] === 1 && (!mask || mask[row] === 1)) {
        used[column[row] ?? 0] = 1;
      }
    }
    return listUsed(used, id => model.dictionaries[dimension].getText(id));
  };
  return {
    kinds: list('kind'),
    types: list('type'),
    lifecycles: list('lifecycle'),
    owners: list('owner'),
    systems: list('system'),
    domains: list('domain'),
    tags: listTags(model, mask),
  };
}

function listTags(model: ReadinessModel, mask: RowMask): readonly string[] {
  const used = new Uint8Array(model.dictionaries.tag.size);
  for (let row = 0; row < model.size; row += 1) {
    if (model.columns.isAlive[row] === 0 || (mask && mask[row] === 0)) continue;
    for (const tag of model.tags[row] ?? []) used[tag] = 1;
  }
  return listUsed(used, id => model.dictionaries.tag.getText(id));
}

function listUsed(
  used: Uint8Array,
  getText: (id: number) => string,
): readonly string[] {
  const texts: string[] = [];
  for (let id = 1; id < used.length; id += 1) {
    if (used[id] === 1) texts.push(getText(id));
  }
  return sortByText(texts, text => text);
}

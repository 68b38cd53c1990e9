import type { HeatmapRow } from 'backstage-plugin-readiness-common';
import { CellSums } from './CellSums';
import type { GroupTree } from './GroupTree';
import type { ReadinessModel } from './ReadinessModel';
import { sortByText } from './sortKey';

/**
 * A row for every owner and for every group above one, each the sum of itself
 * and what is below; a group is followed by those below it.
 */
export function buildOwnerRows(
  model: ReadinessModel,
  direct: CellSums,
  tree: GroupTree,
): readonly HeatmapRow[] {
  const dictionary = model.dictionaries.owner;
  const owners: { readonly ref: string; readonly group: number }[] = [];
  for (let group = 0; group < dictionary.size; group += 1) {
    if (direct.getEntities(group) > 0) {
      owners.push({ ref: dictionary.getText(group), group });
    }
  }
  return rollUp(model, direct, owners, tree);
}

function rollUp(
  model: ReadinessModel,
  direct: CellSums,
  owners: readonly { readonly ref: string; readonly group: number }[],
  tree: GroupTree,
): readonly HeatmapRow[] {
  const refs = new Set<string>();
  for (const { ref } of owners) {
    refs.add(ref);
    for (const ancestor of tree.getAncestors(ref)) refs.add(ancestor);
  }
  const places = new Map([...refs].map((ref, place) => [ref, place]));
  const sums = new CellSums(model, places.size);
  const directEntities = new Map<string, number>();
  for (const { ref, group } of owners) {
    directEntities.set(ref, direct.getEntities(group));
    for (const target of [ref, ...tree.getAncestors(ref)]) {
      sums.addSums(direct, group, places.get(target) ?? 0);
    }
  }
  const result = [...places].map(([ref, place]) => {
    const parentId = tree.getParent(ref);
    return {
      id: ref,
      title: ref === '' ? 'No owner' : tree.getTitle(ref),
      ...(parentId !== undefined && { parentId }),
      directEntities: directEntities.get(ref) ?? 0,
      ...sums.getSums(place),
    };
  });
  return sortAsTree(result);
}

/** By title, children after their parents, the unowned last. */
function sortAsTree(rows: readonly HeatmapRow[]): readonly HeatmapRow[] {
  const known = new Set(rows.map(row => row.id));
  const children = new Map<string | undefined, HeatmapRow[]>();
  for (const row of sortRows(rows)) {
    const parent =
      row.parentId !== undefined && known.has(row.parentId)
        ? row.parentId
        : undefined;
    const siblings = children.get(parent) ?? [];
    siblings.push(row);
    children.set(parent, siblings);
  }
  const sorted: HeatmapRow[] = [];
  const seen = new Set<string>();
  const visit = (parent: string | undefined) => {
    for (const row of children.get(parent) ?? []) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      sorted.push(row);
      visit(row.id);
    }
  };
  visit(undefined);
  // Groups that name each other as parents hang below none.
  for (const { parentId, ...row } of rows) {
    if (!seen.has(row.id)) sorted.push(row);
  }
  return sorted;
}

/** What belongs nowhere comes last. */
export function sortRows(rows: readonly HeatmapRow[]): readonly HeatmapRow[] {
  const sorted = sortByText(rows, row => `${row.title}\0${row.id}`);
  return [
    ...sorted.filter(row => row.id !== ''),
    ...sorted.filter(row => row.id === ''),
  ];
}

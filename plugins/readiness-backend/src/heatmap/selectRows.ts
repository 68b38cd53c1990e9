import type { ScorecardFilter } from 'backstage-plugin-readiness-common';
import type { GroupTree } from './GroupTree';
import type { Dimension, ReadinessModel } from './ReadinessModel';

/** Which rows a reader may see: one byte a row, absent for all of them. */
export type RowMask = Uint8Array | undefined;

/** The rows that may be seen and that the filter lets in. */
export function selectRows(
  model: ReadinessModel,
  mask: RowMask,
  filter: ScorecardFilter,
  tree: GroupTree,
): Int32Array {
  const test = createTest(model, filter, tree);
  const { isAlive } = model.columns;
  const rows = new Int32Array(model.size);
  let count = 0;
  for (let row = 0; row < model.size; row += 1) {
    if (isAlive[row] === 0 || (mask && mask[row] === 0)) continue;
    if (test && !test(row)) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

type RowTest = (row: number) => boolean;

function createTest(
  model: ReadinessModel,
  filter: ScorecardFilter,
  tree: GroupTree,
): RowTest | undefined {
  const tests = [
    testDimension(model, 'kind', filter.kind),
    testDimension(model, 'type', filter.type),
    testDimension(model, 'lifecycle', filter.lifecycle),
    testOwner(model, filter.owner, tree),
    testDimension(model, 'system', filter.system),
    testDimension(model, 'domain', filter.domain),
    testTags(model, filter.tag),
    testLevels(model, filter.level),
    testText(model, filter.text),
  ].filter(test => test !== undefined);
  if (tests.length === 0) return undefined;
  return row => tests.every(test => test(row));
}

function testDimension(
  model: ReadinessModel,
  dimension: Dimension,
  values: readonly string[] | undefined,
): RowTest | undefined {
  const wanted = normalise(values);
  if (wanted === undefined) return undefined;
  return testMask(model, dimension, text => wanted.has(text.toLowerCase()));
}

/** A group stands for all groups below it too. */
function testOwner(
  model: ReadinessModel,
  owners: readonly string[] | undefined,
  tree: GroupTree,
): RowTest | undefined {
  const wanted = normalise(owners);
  if (wanted === undefined) return undefined;
  return testMask(model, 'owner', owner =>
    [owner, ...tree.getAncestors(owner)].some(ref => wanted.has(ref)),
  );
}

function testMask(
  model: ReadinessModel,
  dimension: Dimension,
  accept: (text: string) => boolean,
): RowTest {
  const mask = model.dictionaries[dimension].createMask(accept);
  const column = model.columns[dimension];
  return row => mask[column[row] ?? 0] === 1;
}

function testTags(
  model: ReadinessModel,
  values: readonly string[] | undefined,
): RowTest | undefined {
  const wanted = normalise(values);
  if (wanted === undefined) return undefined;
  const mask = model.dictionaries.tag.createMask(tag =>
    wanted.has(tag.toLowerCase()),
  );
  return row => model.tags[row]?.some(tag => mask[tag] === 1) ?? false;
}

function testLevels(
  model: ReadinessModel,
  levels: readonly number[] | undefined,
): RowTest | undefined {
  if (levels === undefined || levels.length === 0) return undefined;
  return row => levels.includes(model.columns.level[row] ?? 0);
}

function testText(
  model: ReadinessModel,
  text: string | undefined,
): RowTest | undefined {
  const wanted = text?.trim().toLowerCase();
  if (!wanted) return undefined;
  return row => model.searchTexts[row]?.includes(wanted) ?? false;
}

function normalise(
  values: readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  if (values === undefined || values.length === 0) return undefined;
  return new Set(values.map(value => value.toLowerCase()));
}

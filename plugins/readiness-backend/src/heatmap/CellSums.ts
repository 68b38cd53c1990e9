import type { HeatmapCell } from 'backstage-plugin-readiness-common';
import { COUNTS, getCounts, NO_SCORE, ReadinessModel } from './ReadinessModel';

/** Slots of a cell: sums and counts, the six outcomes last. */
const SCORE = 0;
const SCORED = 1;
const STRICT = 2;
const STRICT_SCORED = 3;
const UNDECIDED = 4;
const NOT_APPLICABLE = 5;
const OUTCOMES = 6;
const CELL = OUTCOMES + COUNTS;

/** Slots of a row of the heatmap. */
const ENTITIES = 0;
const MEETS_BAR = 1;
const WITH_BAR = 2;
const SUM_SCORE = 3;
const HAS_SCORE = 4;
const SUM_STRICT = 5;
const HAS_STRICT = 6;
const SUM_COVERAGE = 7;
const HAS_COVERAGE = 8;
const ROW = 9;

/** Place of "not applicable" among the six counts. */
const NOT_APPLICABLE_COUNT = 3;

/** The scores and counts of a row of the heatmap. */
export interface RowSums {
  readonly entities: number;
  readonly meetsBar: number;
  readonly withBar: number;
  readonly score?: number;
  readonly strictScore?: number;
  readonly coverage?: number;
  readonly cells: readonly HeatmapCell[];
}

/**
 * Sums over groups of entities. Every sum is additive, so that a group above
 * is the sum of those below.
 */
export class CellSums {
  private readonly cells: Float64Array;
  private readonly rows: Float64Array;
  private readonly categoryCount: number;

  constructor(private readonly model: ReadinessModel, groupCount: number) {
    this.categoryCount = model.categories.length;
    this.cells = new Float64Array(groupCount * this.categoryCount * CELL);
    this.rows = new Float64Array(groupCount * ROW);
  }

  /** Adds every row to the group that its column names; without one, to the first. */
  addRows(rows: Int32Array, groups?: ArrayLike<number>): void {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      this.addRow(row, groups?.[row] ?? 0);
    }
  }

  addRow(row: number, group: number): void {
    this.addTotals(row, group);
    this.addCells(row, group);
  }

  /** Adds what others summed up for a group of theirs to a group of these. */
  addSums(others: CellSums, from: number, to: number): void {
    const width = this.categoryCount * CELL;
    addAll(this.cells, to * width, others.cells, from * width, width);
    addAll(this.rows, to * ROW, others.rows, from * ROW, ROW);
  }

  getEntities(group: number): number {
    return this.rows[group * ROW + ENTITIES] ?? 0;
  }

  getSums(group: number): RowSums {
    const at = (slot: number) => this.rows[group * ROW + slot] ?? 0;
    return {
      entities: at(ENTITIES),
      meetsBar: at(MEETS_BAR),
      withBar: at(WITH_BAR),
      ...mean('score', at(SUM_SCORE), at(HAS_SCORE)),
      ...mean('strictScore', at(SUM_STRICT), at(HAS_STRICT)),
      ...(at(HAS_COVERAGE) > 0 && {
        coverage:
          Math.round((at(SUM_COVERAGE) / at(HAS_COVERAGE)) * 1_000) / 1_000,
      }),
      cells: Array.from({ length: this.categoryCount }, (_, category) =>
        this.getCell((group * this.categoryCount + category) * CELL),
      ),
    };
  }

  private getCell(offset: number): HeatmapCell {
    const at = (slot: number) => this.cells[offset + slot] ?? 0;
    return {
      ...mean('score', at(SCORE), at(SCORED)),
      ...mean('strictScore', at(STRICT), at(STRICT_SCORED)),
      scored: at(SCORED),
      undecided: at(UNDECIDED),
      notApplicable: at(NOT_APPLICABLE),
      outcomes: getCounts(this.cells, offset + OUTCOMES),
    };
  }

  private addTotals(row: number, group: number): void {
    const { columns } = this.model;
    const { rows } = this;
    const offset = group * ROW;
    add(rows, offset + ENTITIES, 1);
    const bar = columns.bar[row];
    if (bar !== 0) add(rows, offset + WITH_BAR, 1);
    if (bar === 1) add(rows, offset + MEETS_BAR, 1);
    const score = columns.score[row] ?? NO_SCORE;
    if (score !== NO_SCORE) {
      add(rows, offset + SUM_SCORE, score);
      add(rows, offset + HAS_SCORE, 1);
    }
    const strict = columns.strictScore[row] ?? NO_SCORE;
    if (strict !== NO_SCORE) {
      add(rows, offset + SUM_STRICT, strict);
      add(rows, offset + HAS_STRICT, 1);
    }
    const coverage = columns.coverage[row] ?? NaN;
    if (!Number.isNaN(coverage)) {
      add(rows, offset + SUM_COVERAGE, coverage);
      add(rows, offset + HAS_COVERAGE, 1);
    }
  }

  private addCells(row: number, group: number): void {
    const { categoryScore, categoryStrictScore, counts } = this.model.columns;
    const { cells, categoryCount } = this;
    for (let category = 0; category < categoryCount; category += 1) {
      const source = row * categoryCount + category;
      const target = (group * categoryCount + category) * CELL;
      const decided = this.addOutcomes(counts, source * COUNTS, target);
      const score = categoryScore[source] ?? NO_SCORE;
      if (score !== NO_SCORE) {
        add(cells, target + SCORE, score);
        add(cells, target + SCORED, 1);
      } else {
        add(cells, target + (decided ? UNDECIDED : NOT_APPLICABLE), 1);
      }
      const strict = categoryStrictScore[source] ?? NO_SCORE;
      if (strict !== NO_SCORE) {
        add(cells, target + STRICT, strict);
        add(cells, target + STRICT_SCORED, 1);
      }
    }
  }

  /** Adds the six counts and tells whether any check applies. */
  private addOutcomes(
    counts: Uint8Array,
    source: number,
    target: number,
  ): boolean {
    let applicable = 0;
    for (let index = 0; index < COUNTS; index += 1) {
      const count = counts[source + index] ?? 0;
      if (count === 0) continue;
      add(this.cells, target + OUTCOMES + index, count);
      if (index !== NOT_APPLICABLE_COUNT) applicable += count;
    }
    return applicable > 0;
  }
}

function add(sums: Float64Array, index: number, value: number): void {
  sums[index] = (sums[index] ?? 0) + value;
}

function addAll(
  sums: Float64Array,
  offset: number,
  others: Float64Array,
  otherOffset: number,
  length: number,
): void {
  for (let index = 0; index < length; index += 1) {
    add(sums, offset + index, others[otherOffset + index] ?? 0);
  }
}

function mean<K extends string>(
  key: K,
  sum: number,
  count: number,
): { readonly [key in K]?: number } {
  const field: { [key in K]?: number } = {};
  if (count > 0) field[key] = Math.round(sum / count);
  return field;
}

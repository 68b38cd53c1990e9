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
/** In thousandths. */
const SUM_COVERAGE = 7;
const HAS_COVERAGE = 8;
const ROW = 9;

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
 * is the sum of those below. Whole numbers only, as they add up fastest; a
 * million entities stay far below the limit of 32 bits.
 */
export class CellSums {
  private readonly cells: Int32Array;
  private readonly rows: Int32Array;
  private readonly categoryCount: number;

  constructor(
    private readonly model: ReadinessModel,
    private readonly groupCount: number,
  ) {
    this.categoryCount = model.categories.length;
    this.cells = new Int32Array(groupCount * this.categoryCount * CELL);
    this.rows = new Int32Array(groupCount * ROW);
  }

  /** Adds every row to the group that its column names. */
  addRows(rows: Int32Array, groups: ArrayLike<number>): void {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      this.addRow(row, groups[row] ?? 0);
    }
  }

  addRow(row: number, group: number): void {
    this.addTotals(row, group * ROW);
    this.addCells(row, group);
  }

  /** Adds what others summed up for a group of theirs to a group of these. */
  addSums(others: CellSums, from: number, to: number): void {
    const width = this.categoryCount * CELL;
    addAll(this.cells, to * width, others.cells, from * width, width);
    addAll(this.rows, to * ROW, others.rows, from * ROW, ROW);
  }

  /** All groups together. */
  getTotal(): RowSums {
    const total = new CellSums(this.model, 1);
    for (let group = 0; group < this.groupCount; group += 1) {
      if (this.getEntities(group) > 0) total.addSums(this, group, 0);
    }
    return total.getSums(0);
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
      score: getMean(at(SUM_SCORE), at(HAS_SCORE)),
      strictScore: getMean(at(SUM_STRICT), at(HAS_STRICT)),
      coverage: toShare(getMean(at(SUM_COVERAGE), at(HAS_COVERAGE))),
      cells: this.model.categories.map((_, category) =>
        this.getCell((group * this.categoryCount + category) * CELL),
      ),
    };
  }

  /** Absent scores are undefined: thousands of cells are built for an answer. */
  private getCell(offset: number): HeatmapCell {
    const { cells } = this;
    const scored = cells[offset + SCORED] ?? 0;
    return {
      score: getMean(cells[offset + SCORE] ?? 0, scored),
      strictScore: getMean(
        cells[offset + STRICT] ?? 0,
        cells[offset + STRICT_SCORED] ?? 0,
      ),
      scored,
      undecided: cells[offset + UNDECIDED] ?? 0,
      notApplicable: cells[offset + NOT_APPLICABLE] ?? 0,
      outcomes: getCounts(cells, offset + OUTCOMES),
    };
  }

  private addTotals(row: number, offset: number): void {
    const { columns } = this.model;
    const { rows } = this;
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
      add(rows, offset + SUM_COVERAGE, Math.round(coverage * 1_000));
      add(rows, offset + HAS_COVERAGE, 1);
    }
  }

  /** The innermost loop: fifteen cells of six counts for every entity. */
  private addCells(row: number, group: number): void {
    const { categoryScore, categoryStrictScore, counts } = this.model.columns;
    const { cells, categoryCount } = this;
    let source = row * categoryCount;
    let target = group * categoryCount * CELL;
    for (let category = 0; category < categoryCount; category += 1) {
      const score = categoryScore[source] ?? NO_SCORE;
      const strict = categoryStrictScore[source] ?? NO_SCORE;
      const applicable = addOutcomes(cells, target + OUTCOMES, counts, source);
      if (score !== NO_SCORE) {
        add(cells, target + SCORE, score);
        add(cells, target + SCORED, 1);
      } else if (applicable) {
        add(cells, target + UNDECIDED, 1);
      } else {
        add(cells, target + NOT_APPLICABLE, 1);
      }
      if (strict !== NO_SCORE) {
        add(cells, target + STRICT, strict);
        add(cells, target + STRICT_SCORED, 1);
      }
      source += 1;
      target += CELL;
    }
  }
}

/**
 * Adds the six counts of a cell and tells whether any check applies. Written
 * out, since this runs over a million times for one heatmap.
 */
function addOutcomes(
  cells: Int32Array,
  target: number,
  counts: Uint8Array,
  cell: number,
): boolean {
  const source = cell * COUNTS;
  const pass = counts[source] ?? 0;
  const fail = counts[source + 1] ?? 0;
  const unknown = counts[source + 2] ?? 0;
  const notApplicable = counts[source + 3] ?? 0;
  const error = counts[source + 4] ?? 0;
  const waived = counts[source + 5] ?? 0;
  add(cells, target, pass);
  add(cells, target + 1, fail);
  add(cells, target + 2, unknown);
  add(cells, target + 3, notApplicable);
  add(cells, target + 4, error);
  add(cells, target + 5, waived);
  return pass + fail + unknown + error + waived > 0;
}

function add(sums: Int32Array, index: number, value: number): void {
  sums[index] = (sums[index] ?? 0) + value;
}

function addAll(
  sums: Int32Array,
  offset: number,
  others: Int32Array,
  otherOffset: number,
  length: number,
): void {
  for (let index = 0; index < length; index += 1) {
    add(sums, offset + index, others[otherOffset + index] ?? 0);
  }
}

function getMean(sum: number, count: number): number | undefined {
  return count === 0 ? undefined : Math.round(sum / count);
}

function toShare(thousandths: number | undefined): number | undefined {
  return thousandths === undefined ? undefined : thousandths / 1_000;
}

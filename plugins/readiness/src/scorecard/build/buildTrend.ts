import type { TrendPoint } from 'backstage-plugin-readiness-common';

/** Where to draw what, in a box of width × height. */
export interface Trend {
  readonly scorePath: string;
  readonly strictPath: string;
  /** Horizontal lines with their score. */
  readonly ticks: readonly { readonly score: number; readonly y: number }[];
  readonly end: { readonly x: number; readonly y: number };
  readonly strictEnd?: { readonly y: number };
  readonly from: number;
  readonly until: number;
  readonly first: number;
  readonly last: number;
  readonly lastStrict?: number;
}

/** The inside of a chart. */
export interface ChartBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Steps, since a score holds until the next evaluation changes it. Absent
 * while there is nothing to compare.
 */
export function buildTrend(
  points: readonly TrendPoint[],
  now: number,
  box: ChartBox,
): Trend | undefined {
  const scores = readSteps(points, point => point.score);
  const strict = readSteps(points, point => point.strictScore);
  const [first] = scores;
  const last = scores[scores.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const until = Math.max(now, last.time);
  const from = Math.min(first.time, until - 1);
  const all = [...scores, ...strict].map(step => step.value);
  const [low, high] = buildRange(Math.min(...all), Math.max(...all));
  const x = (time: number) =>
    box.left + ((time - from) / (until - from)) * (box.right - box.left);
  const y = (value: number) =>
    box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top);
  const lastStrict = strict[strict.length - 1];
  return {
    scorePath: buildPath(scores, until, x, y),
    strictPath: buildPath(strict, until, x, y),
    ticks: [low, (low + high) / 2, high].map(score => ({ score, y: y(score) })),
    end: { x: x(until), y: y(last.value) },
    ...(lastStrict && {
      strictEnd: { y: y(lastStrict.value) },
      lastStrict: lastStrict.value,
    }),
    from,
    until,
    first: first.value,
    last: last.value,
  };
}

interface Step {
  readonly time: number;
  readonly value: number;
}

function readSteps(
  points: readonly TrendPoint[],
  pick: (point: TrendPoint) => number | undefined,
): readonly Step[] {
  return points.flatMap(point => {
    const value = pick(point);
    return value === undefined ? [] : [{ time: Date.parse(point.from), value }];
  });
}

/** Tens around the values, at least 20 apart, so that noise looks like noise. */
function buildRange(
  lowest: number,
  highest: number,
): readonly [number, number] {
  const high = Math.min(100, Math.ceil((highest + 1) / 10) * 10);
  const low = Math.max(0, Math.min(high - 20, Math.floor(lowest / 10) * 10));
  return [low, high];
}

function buildPath(
  steps: readonly Step[],
  until: number,
  x: (time: number) => number,
  y: (value: number) => number,
): string {
  const [first] = steps;
  if (first === undefined) return '';
  const parts = [`M${round(x(first.time))} ${round(y(first.value))}`];
  for (const step of steps.slice(1)) {
    parts.push(`H${round(x(step.time))}`, `V${round(y(step.value))}`);
  }
  return [...parts, `H${round(x(until))}`].join('');
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

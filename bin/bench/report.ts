/** The figures as tables, and as JSON beside the data. */
import type { Timing } from "./measure.ts";

/** At most this many times the floor. */
export const RATIO_MAX = 2.5;

/** The group of the lines that are asked and answered in one process, so that its work can be told from waiting. */
export const IN_PROCESS = "in process";

/** One comparison. */
export interface Line {
  group: string;
  name: string;
  measured: Timing;
  floor: Timing;
  ratioMax: number | null;
}

/** One number with what it may be at most or must be at least. */
export interface Figure {
  group: string;
  name: string;
  value: number;
  unit: string;
  max?: number;
  min?: number;
}

export interface Report {
  size: number;
  at: string;
  machine: string;
  lines: Line[];
  figures: Figure[];
}

const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** True when the line holds what it must, or nothing is asked of it. */
export const holds = ({ measured, floor, ratioMax }: Line): boolean =>
  ratioMax === null || measured.medianMs / floor.medianMs <= ratioMax;

/** True when the figure lies within its limits. */
export const within = ({ value, max, min }: Figure): boolean =>
  value <= (max ?? Number.POSITIVE_INFINITY) && value >= (min ?? Number.NEGATIVE_INFINITY);

const mark = (good: boolean, asked: boolean) => (asked ? (good ? "ok" : "MISSED") : "");

/** Comparisons as lines of a table. */
export function linesInWords(lines: readonly Line[]): string[] {
  const rows = lines.map((line) => [
    line.group,
    line.name,
    shown(line.measured.medianMs),
    shown(line.measured.p95Ms),
    shown(line.floor.medianMs),
    line.group === IN_PROCESS ? `${shown(line.measured.cpuMs / line.floor.cpuMs)} ×` : "",
    `${shown(line.measured.medianMs / line.floor.medianMs)} ×`,
    line.ratioMax === null ? "" : `≤ ${line.ratioMax}`,
    mark(holds(line), line.ratioMax !== null),
  ]);
  return aligned([["", "", "ms", "p95", "floor", "CPU", "ratio", "asked", ""], ...rows]);
}

/** Figures as lines of a table. */
export function figuresInWords(figures: readonly Figure[]): string[] {
  const rows = figures.map((figure) => [
    figure.group,
    figure.name,
    shown(figure.value),
    figure.unit,
    figure.max === undefined ? (figure.min === undefined ? "" : `≥ ${figure.min}`) : `≤ ${figure.max}`,
    mark(within(figure), figure.max !== undefined || figure.min !== undefined),
  ]);
  return aligned([["", "", "", "", "asked", ""], ...rows]);
}

function aligned(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

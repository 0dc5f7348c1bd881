import type { FigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";

type Day = FigureRanges["days"][number];

/** In rem, as the stylesheet has them: a mark, and the least that a day takes so that its words fit. */
const MARK_REM = 1.5;
const DAY_REM = 3.75;

/** How wide a day is: every figure has a place of its own, so that none covers another. */
export const widthOf = ({ figures }: Pick<Day, "figures">): number =>
  Math.max(DAY_REM, (figures.length + 0.5) * MARK_REM);

/** The lines that join figures which say that they count the same thing, in rem across and from 0 to 1 down. */
export function joinsOf(days: readonly Day[]): { lines: string[]; width: number } {
  const groups = new Map<string, string[]>();
  let start = 0;
  for (const day of days) {
    const before = (widthOf(day) - day.figures.length * MARK_REM) / 2;
    for (const [place, { id, range, countsTheSame }] of day.figures.entries()) {
      if (range === null || countsTheSame.length === 0) continue;
      const key = [id, ...countsTheSame].toSorted().join(" ");
      const point = `${start + before + (place + 0.5) * MARK_REM},${1 - range.at}`;
      groups.set(key, [...(groups.get(key) ?? []), point]);
    }
    start += widthOf(day);
  }
  const lines = [...groups.values()].filter((points) => points.length > 1).map((points) => points.join(" "));
  return { lines, width: start };
}

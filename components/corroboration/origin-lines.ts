/** The lines between origins as the picture draws them: a column each, with a mark for every origin on it. Pure. */
import type { OriginsAnswer } from "#lib/corroboration/queries/read-origins.ts";

/** How a line meets the row of an origin: tied to all, tied to those only, or passing by. */
export interface Mark {
  readonly on: "each" | "others" | "passing" | "none";
  /** Where the line begins and ends. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface DrawnLine {
  readonly key: string;
  /** Null for the line of those that are not independent by all that ties them. */
  readonly tie: OriginsAnswer["ties"][number] | null;
  /** One for each origin, in their order. */
  readonly marks: readonly Mark[];
}

/** More columns than these nobody follows with the eye; the table has them all. */
const DRAWN_MAX = 8;

/** The lines that are drawn, what follows from all ties first, and how many ties are left to the table. */
export function drawnLines({
  origins,
  ties,
  dependent,
}: Pick<OriginsAnswer, "origins" | "ties" | "dependent">) {
  const ids = origins.map(({ id }) => id);
  const all = [
    ...dependent.map((line) => ({ ...line, tie: null })),
    ...ties.map((tie) => ({ each: tie.each, others: tie.others, tie })),
  ];
  const lines = all.slice(0, DRAWN_MAX).map(({ each, others, tie }, at): DrawnLine => {
    const on = ids.flatMap((id, row) => (each.includes(id) || others.includes(id) ? [row] : []));
    const [first = 0, last = 0] = [on[0], on.at(-1)];
    return {
      key: `${tie?.kind ?? "dependent"} ${at}`,
      tie,
      marks: ids.map((id, row) => ({
        on: each.includes(id)
          ? "each"
          : others.includes(id)
            ? "others"
            : row > first && row < last
              ? "passing"
              : "none",
        isFirst: row === first,
        isLast: row === last,
      })),
    };
  });
  return { lines, more: all.length - lines.length };
}

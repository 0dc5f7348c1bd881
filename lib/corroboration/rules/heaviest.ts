import { type Cluster, compareIds } from "./clusters.ts";

/** As many origins as fit on a page, and how much is left: how many origins, with how many items. */
export interface Heaviest<C> {
  readonly shown: readonly C[];
  readonly left: { readonly origins: number; readonly items: number };
}

/** The origins that matter most: what carries the level, then what contradicts, then the strongest. */
export function heaviest<C extends Pick<Cluster, "id" | "members" | "s" | "c">>(
  clusters: readonly C[],
  witnessSet: readonly string[],
  max: number,
): Heaviest<C> {
  const carries = ({ members }: C) => Number(members.some((member) => witnessSet.includes(member)));
  const ordered = clusters.toSorted(
    (a, b) =>
      carries(b) - carries(a) ||
      b.c - a.c ||
      b.s - a.s ||
      b.members.length - a.members.length ||
      compareIds(a.id, b.id),
  );
  const rest = ordered.slice(max);
  return {
    shown: ordered.slice(0, max),
    left: { origins: rest.length, items: rest.reduce((sum, { members }) => sum + members.length, 0) },
  };
}

import { z } from "zod";
import type { Decision } from "./decision.ts";
import { decide } from "./gate.ts";
import { GateSnapshot } from "./gate-snapshot.ts";

/** A snapshot of many items at once: what is common to them, and each person once, however many accounts they gave. */
export const StoredRelease = z.strictObject({
  common: GateSnapshot.omit({ item: true, persons: true }),
  items: z.array(GateSnapshot.shape.item),
  persons: GateSnapshot.shape.persons,
});
export type StoredRelease = z.infer<typeof StoredRelease>;

/** The snapshot of each item, as the gate decides on it. */
export function snapshotsIn({ common, items, persons }: StoredRelease): GateSnapshot[] {
  const byId = Map.groupBy(persons, ({ personId }) => personId);
  return items.map((item) => {
    const ids = new Set(item.persons.map(({ personId }) => personId));
    return { ...common, item, persons: [...ids].flatMap((id) => byId.get(id) ?? []) };
  });
}

/** What the gate says of each item, by its id. */
export const decideEach = (release: StoredRelease): Map<string, Decision> =>
  new Map(snapshotsIn(release).map((snapshot) => [snapshot.item.id, decide(snapshot)]));

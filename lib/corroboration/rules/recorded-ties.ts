import type { HardEdgeKind, SoftEdgeKind } from "../vocabulary.ts";
import { compareIds } from "./clusters.ts";
import type { Material } from "./material.ts";

/** Finds the ids of the ties that people recorded of a kind between two; none for what the record shows by itself. */
export function recordedTies({ dependencies }: Pick<Material, "dependencies">) {
  const byEnds = Map.groupBy(dependencies, ({ kind, between }) => endsText(kind, between));
  return (kind: HardEdgeKind | SoftEdgeKind, between: readonly [string, string]): string[] =>
    (byEnds.get(endsText(kind, between)) ?? []).map(({ id }) => id);
}

const endsText = (kind: string, between: readonly [string, string]) =>
  `${kind} ${between.toSorted(compareIds).join(" ")}`;

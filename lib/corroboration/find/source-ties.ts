/** Ties between those who speak, witnesses and sources: whatever either of them tells depends on the other. */
import { and, inArray, isNull, or } from "drizzle-orm";
import { outside } from "#db/hidden-by.ts";
import { sourceTies } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { spreads } from "../rules/facet-evidence.ts";
import type { DependencyMaterial, OriginMaterial } from "../rules/material.ts";
import { HardEdgeKind, SoftEdgeKind, Tenths } from "../vocabulary.ts";
import { inPieces } from "./in-pieces.ts";

/** Who speaks in some origins. */
export const speakersOf = (origins: readonly OriginMaterial[]): string[] =>
  origins.flatMap(({ speaker }) => speaker ?? []);

/**
 * The standing ties of some who speak, and of all whom a tie that spreads leads to: somebody who told us nothing may be the
 * one through whom two others talked.
 * @param known the compartments, as bits, that are looked into
 */
export async function tiesOfSpeakers(
  read: Reader,
  speakers: readonly string[],
  known: number,
): Promise<DependencyMaterial[]> {
  const ties = new Map<string, DependencyMaterial>();
  const asked = new Set<string>();
  let waiting = [...new Set(speakers)];
  while (waiting.length > 0) {
    for (const one of waiting) asked.add(one);
    const found = await touching(read, waiting, known);
    for (const tie of found) ties.set(tie.id, tie);
    waiting = [...new Set(found.filter(spreads).flatMap((tie) => tie.between))].filter(
      (one) => !asked.has(one),
    );
  }
  return [...ties.values()];
}

/** All whose accounts a change of what ties these may move: themselves, and whom ties that spread lead to. */
export async function speakersTiedTo(read: Reader, speakers: readonly string[]): Promise<string[]> {
  const ties = await tiesOfSpeakers(read, speakers, EVERYTHING);
  return [...new Set([...speakers, ...ties.filter(spreads).flatMap((tie) => tie.between)])];
}

const EVERYTHING = -1;

async function touching(
  read: Reader,
  speakers: readonly string[],
  known: number,
): Promise<DependencyMaterial[]> {
  const ends = [
    sourceTies.witnessId,
    sourceTies.sourceId,
    sourceTies.otherWitnessId,
    sourceTies.otherSourceId,
  ] as const;
  const rows = await inPieces(speakers, (some) =>
    read
      .select()
      .from(sourceTies)
      .where(
        and(
          isNull(sourceTies.retractedAt),
          outside(sourceTies, ~known),
          or(...ends.map((end) => inArray(end, some))),
        ),
      ),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.family === "hard" ? HardEdgeKind.parse(row.kind) : SoftEdgeKind.parse(row.kind),
    between: endsOf(row),
    tenths: row.family === "hard" ? null : Tenths.parse(row.weightTenths),
  }));
}

/** The two who are tied: a witness or a source each. */
export const endsOf = (row: {
  witnessId: string | null;
  sourceId: string | null;
  otherWitnessId: string | null;
  otherSourceId: string | null;
}): readonly [string, string] => [
  row.witnessId ?? row.sourceId ?? "",
  row.otherWitnessId ?? row.otherSourceId ?? "",
];

/** True when a standing tie of the kind holds between the two already, whichever was named first. */
export async function areTied(
  read: Reader,
  kind: string,
  [one, other]: readonly [string, string],
): Promise<boolean> {
  const ties = await touching(read, [one], EVERYTHING);
  return ties.some((tie) => tie.kind === kind && tie.between.includes(one) && tie.between.includes(other));
}

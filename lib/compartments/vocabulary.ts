import { z } from "zod";
import type { placedNouns } from "#db/schema/compartments.ts";
import { idOf } from "#lib/core/fields.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { bitsIn, BUILT_IN, BUILT_IN_NAMES, type BuiltIn, LAST_BIT } from "./words.ts";

export * from "./words.ts";

export type PlacedNoun = (typeof placedNouns)[number];

export const ClearanceId = idOf("clearance");
export const PlacementId = idOf("placement");

/** One compartment. */
export const Bit = z
  .number()
  .int()
  .min(1)
  .max(LAST_BIT)
  .refine((bit) => bitsIn(bit).length === 1, "invalid");

/** Any number of them; none is an empty set. */
export const Bits = z
  .number()
  .int()
  .min(0)
  .max(2 * LAST_BIT - 1);

/** What an account tells of that keeps it apart from the first. */
export const Disclosures = z.array(z.enum(BUILT_IN_NAMES)).max(BUILT_IN_NAMES.length);

/** The compartments, as bits, of what is disclosed. */
export const bitsOf = (names: readonly BuiltIn[]): number =>
  BUILT_IN.reduce((all, { bit, name }) => (names.includes(name) ? all | bit : all), 0);

/** A record that can be put into a compartment by itself. */
export const PlacedId = z.union([idOf("testimony"), idOf("witness"), idOf("victim")]);

const NOUNS: Readonly<Record<string, PlacedNoun>> = {
  [idPrefixes.testimony]: "testimony",
  [idPrefixes.witness]: "witness",
  [idPrefixes.victim]: "victim",
};

/** The noun of an id, or null for what is in a compartment only through what it rests on. */
export const placedNounOf = (id: string): PlacedNoun | null => NOUNS[id.slice(0, id.indexOf("_"))] ?? null;

import { z } from "zod";
import type { recordNouns } from "#db/schema/teamwork.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";

/** What of a case can be given to somebody, talked about and told of. */
export const RECORD_NOUNS = [
  "testimony",
  "witness",
  "victim",
  "incident",
  "actor",
  "allegation",
  "finding",
  "place",
  "source",
  "media",
  "figure",
  "proceeding",
] as const satisfies typeof recordNouns;
export type RecordNoun = (typeof RECORD_NOUNS)[number];

/** The id of such a record. */
export const RecordId = z
  .string()
  .regex(
    new RegExp(`^(?:${RECORD_NOUNS.map((noun) => idPrefixes[noun]).join("|")})_[0-9A-Za-z]{22}$`),
    "bad_reference",
  );

/** The noun of a record's id, or null for the id of anything else. */
export const nounOf = (id: string): RecordNoun | null =>
  RECORD_NOUNS.find((noun) => id.startsWith(`${idPrefixes[noun]}_`)) ?? null;

import { z } from "zod";
import { idOf, Line, OptionalNote } from "#lib/core/fields.ts";
import { orUnset } from "#lib/core/filters.ts";
import { TagId } from "#lib/tags/vocabulary.ts";
import { AgeBand, Sex } from "#lib/witnesses/vocabulary.ts";

export const VictimId = idOf("victim");

export const VICTIM_KINDS = ["person", "group"] as const;
export const VictimKind = z.enum(VICTIM_KINDS);

/** What is said to have become of the victim; null on a record is: not recorded. */
export const VICTIM_OUTCOMES = [
  "killed",
  "injured",
  "missing",
  "kidnapped",
  "detained",
  "released",
  "displaced",
  "survived",
  "several",
  "unknown",
] as const;
export const VictimOutcome = z.enum(VICTIM_OUTCOMES);

/** What a person enters of a victim: a role or a group in words, never a name. */
export const VictimFields = z.strictObject({
  kind: VictimKind,
  label: Line,
  ageBand: AgeBand,
  sex: Sex,
  outcome: VictimOutcome.nullable(),
  incidentId: idOf("incident").nullable(),
  /** Who reports this victim. */
  sourceId: idOf("source").nullable(),
  note: OptionalNote,
});

/** What a list of victims can be narrowed by; the values of each are counted. */
export const victimFacets = {
  kind: VictimKind.optional(),
  outcome: orUnset(VictimOutcome).optional(),
  ageBand: AgeBand.optional(),
  sex: Sex.optional(),
  incidentId: orUnset(idOf("incident")).optional(),
  tagId: orUnset(TagId).optional(),
};

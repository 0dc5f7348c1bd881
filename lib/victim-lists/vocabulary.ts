import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { idOf, Line, OptionalEdtf, OptionalNote } from "#lib/core/fields.ts";
import { DOUBLE_MODES, MERGED_MAX, NAME_REASONS } from "./words.ts";

export const VictimListId = idOf("victimList");
export const EntryId = idOf("victimListEntry");
export const DoubleId = idOf("victimDouble");
export const MergeId = idOf("victimMerge");
export const OpeningId = idOf("victimNameOpening");
export const NameReason = z.enum(NAME_REASONS);
export const DoubleMode = z.enum(DOUBLE_MODES);

/** What a person enters of a list: who published it and as of when. Never a name. */
export const VictimListFields = z.strictObject({
  title: Line,
  /** Who published it. */
  sourceId: idOf("source"),
  asOfEdtf: OptionalEdtf,
  note: OptionalNote,
});

/** Rows of the lists of a case that are said to be one person. */
export const MergeFields = z.strictObject({
  caseId: CaseId,
  entryIds: z.array(EntryId).min(2).max(MERGED_MAX),
});

import { z } from "zod";
import {
  FigureCategory,
  FigureCertainty,
  FigureOutcome,
  FigureScope,
  FigureUnit,
  MediaFlag,
  MediaKind,
  ProceedingKind,
  ProceedingStatus,
  ReportedVerification,
  ResponseKind,
  ResponseStatus,
} from "#lib/codebook/reported.ts";
import {
  ActorKind,
  IncidentKind,
  PlaceKind,
  PlacePrecision,
  SourceKind,
  VictimGroup,
} from "#lib/codebook/vocabulary.ts";
import { Line, Note, Reason } from "#lib/core/fields.ts";
import { Edtf } from "#lib/core/uncertain-date.ts";
import { PASTED } from "#lib/victim-lists/words.ts";
import { CountBasis, MediaRank, Reliability } from "#lib/corroboration/vocabulary.ts";

/** The plain records of a training case: who, where, what was reported. The script that works on them is in `schema.ts`. */

/** Names a record within the file; no id of the database. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
export const Keys = z.array(Key);
export const When = z.strictObject({ edtf: Edtf, wording: Line });
/** Years of age in three bands, as in the register of witnesses. */
const AgeBand = z.enum(["child", "adult", "older_person", "unknown"]);
const Sex = z.enum(["female", "male", "other", "unknown"]);
const Grade = z.strictObject({ grade: Reliability, reason: Reason });

export const Source = z.strictObject({
  key: Key,
  name: Line,
  nameAr: Line,
  kind: SourceKind,
  note: Note,
  /** Absent: never graded, which counts as F. */
  reliability: Grade.optional(),
});
export const Place = z.strictObject({
  key: Key,
  name: Line,
  nameAr: Line,
  kind: PlaceKind,
  parent: Key.optional(),
  precision: PlacePrecision,
});
export const Actor = z.strictObject({
  key: Key,
  name: Line,
  nameAr: Line,
  kind: ActorKind,
  parent: Key.optional(),
  note: Note,
});
export const Witness = z.strictObject({
  key: Key,
  note: Note,
  ageBand: AgeBand,
  sex: Sex,
  reliability: Grade,
});
export const Victim = z.strictObject({
  key: Key,
  kind: z.enum(["person", "group"]),
  label: Line,
  ageBand: AgeBand,
  sex: Sex,
  count: z.number().int().positive().optional(),
});
/** A list that somebody published, with its rows as they would be pasted. The only names in the file: all of them are made up. */
export const VictimList = z.strictObject({
  key: Key,
  title: Line,
  source: Key,
  asOf: Edtf,
  note: Note,
  rows: z.array(z.partialRecord(z.enum(PASTED), Line)).min(1),
});
/** Rows that are said to be one person, each by its list and its place there from 1; without a second yes it waits. */
export const VictimMerge = z.strictObject({
  rows: z.array(z.strictObject({ list: Key, row: z.number().int().positive() })).min(2),
});
export const Incident = z.strictObject({
  key: Key,
  title: Line,
  titleAr: Line,
  recordKind: IncidentKind,
  edtf: Edtf,
  dateWording: Line,
  places: Keys,
  victimGroup: VictimGroup,
  summary: Note,
  parent: Key.optional(),
});

export const Figure = z.strictObject({
  key: Key,
  scope: FigureScope,
  incident: Key.optional(),
  place: Key.optional(),
  source: Key,
  reportedVia: Key.optional(),
  asOf: Edtf,
  period: Edtf,
  category: FigureCategory,
  outcome: FigureOutcome,
  unit: FigureUnit,
  attributedTo: z.enum(["government_aligned", "insurgent", "both", "unspecified"]),
  min: z.number().int().nonnegative().nullable(),
  max: z.number().int().nonnegative().nullable(),
  minExclusive: z.boolean(),
  certainty: FigureCertainty,
  countBasis: CountBasis,
  wording: Note,
  note: Note.optional(),
});
/** Described, not held. `rank` and `showsActItself` are ours, `verifications` are what others said. */
export const Media = z.strictObject({
  key: Key,
  kind: MediaKind,
  title: Line,
  description: Note,
  circulated: When,
  /** Whose reliability counts stands first. */
  circulatedBy: Keys.min(1),
  verifications: z.array(z.strictObject({ source: Key, state: ReportedVerification, note: Note })),
  incidents: Keys,
  places: Keys,
  rank: MediaRank,
  flags: z.array(MediaFlag),
  showsActItself: z.boolean(),
  note: Note.optional(),
});
const proceedingFields = {
  key: Key,
  title: Line,
  titleAr: Line,
  body: Key,
  edtf: Edtf,
  wording: Line,
  statusAsOf: Edtf,
  incidents: Keys,
  figures: Keys,
  sources: Keys,
  summary: Note,
};
export const Proceeding = z.union([
  z.strictObject({ ...proceedingFields, kind: ProceedingKind, status: ProceedingStatus }),
  z.strictObject({ ...proceedingFields, kind: ResponseKind, status: ResponseStatus }),
]);

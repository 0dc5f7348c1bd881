import { z } from "zod";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import {
  InterviewPlace,
  Language,
  LinkBasis,
  PresentRole,
  TestimonyIncidentRelation,
  TestimonyKind,
  TestimonySuspectRole,
  TextBasis,
  Voice,
} from "#lib/codebook/vocabulary.ts";
import { ConsentFields } from "#lib/consent/vocabulary.ts";
import { FIRST_QUESTIONS } from "#lib/consent/words.ts";
import { dayRange, orUnset } from "#lib/core/filters.ts";
import { Asked, Basis } from "#lib/corroboration/vocabulary.ts";
import {
  idOf,
  Line,
  Narrative,
  Note,
  OptionalEdtf,
  OptionalLine,
  OptionalNote,
  Ordinal,
} from "#lib/core/fields.ts";
import { TagId } from "#lib/tags/vocabulary.ts";
import {
  BREAKS_MAX,
  EARLIER_ASKERS,
  FREE_RECALL,
  HEARD_ANSWERS,
  INFORMED,
  INFORMED_OF,
  LEADING_MAX,
  RECORDINGS,
  SUPPORT_OFFERED,
  TESTIMONY_FORMS,
} from "./words.ts";

export * from "./words.ts";

export const TestimonyId = idOf("testimony");
export const WitnessId = idOf("witness");
export const SourceId = idOf("source");

export const testimonyStages = ["draft", "submitted", "accepted", "returned"] as const;
export const TestimonyStage = z.enum(testimonyStages);
export type TestimonyStage = z.output<typeof TestimonyStage>;

export const consentAnswers = ["yes", "no", "not_asked", "not_needed"] as const;
/** What a person may answer; `not_needed` is set by the kind of the testimony, never by hand. */
export const ConsentAnswer = Asked;

export const PARAGRAPHS_MAX = 2_000;

/** A paragraph as entered: a number when it has one, null when it is new. */
export const ParagraphInput = z.strictObject({
  number: Ordinal.nullable(),
  original: Narrative,
  translation: z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : value),
    Narrative.nullable(),
  ),
});
export type ParagraphInput = z.output<typeof ParagraphInput>;

/** Someone present: a colleague by account, or another by role in words; never by name. */
export const PersonPresent = z.strictObject({
  role: PresentRole,
  accountId: AccountId.nullable(),
  description: OptionalLine,
});

/** Empty, null and left out all mean: not answered. */
const orBlank = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable())
    .optional()
    .default(null as never);
const HeardAnswer = orBlank(z.enum(HEARD_ANSWERS));

/** What the witness talked about and saw before; drafts may leave blanks, what is handed in may not. */
export const HeardBefore = z.strictObject({
  talked: HeardAnswer,
  talkedWords: OptionalNote.optional().default(null),
  sawPosts: HeardAnswer,
  sawPostsWords: OptionalNote.optional().default(null),
  inGroup: HeardAnswer,
  inGroupWords: OptionalNote.optional().default(null),
  askedBefore: HeardAnswer,
  askedBeforeBy: z.array(z.enum(EARLIER_ASKERS)).max(EARLIER_ASKERS.length).default([]),
});
export type HeardBefore = z.output<typeof HeardBefore>;

/** A time as the clock on the wall showed it: `2031-02-20T14:30`. */
const WallTime = z.iso.datetime({ local: true, precision: -1, error: "not_a_time" }).length(16, "not_a_time");

/** How the interview went. */
export const InterviewRecord = z.strictObject({
  placeType: orBlank(InterviewPlace),
  startedAt: orBlank(WallTime),
  startUnknown: z.boolean().default(false),
  endedAt: orBlank(WallTime),
  breaks: z
    .array(z.strictObject({ from: WallTime, to: orBlank(WallTime) }))
    .max(BREAKS_MAX)
    .default([]),
  recording: orBlank(z.enum(RECORDINGS)),
  informed: orBlank(z.enum(INFORMED)),
  informedOf: z.array(z.enum(INFORMED_OF)).max(INFORMED_OF.length).default([]),
  freeRecall: orBlank(z.enum(FREE_RECALL)),
  leading: z
    .array(z.strictObject({ question: Note }))
    .max(LEADING_MAX)
    .default([]),
  support: orBlank(z.enum(SUPPORT_OFFERED)),
  supportWords: OptionalNote.optional().default(null),
});
export type InterviewRecord = z.output<typeof InterviewRecord>;

/** What an investigator enters of a testimony, but its kind, consent and links. */
export const TestimonyFields = z.strictObject({
  title: Line,
  witnessId: WitnessId.nullable(),
  sourceId: SourceId.nullable(),
  /** Who carried the account after its origin, in order. */
  publisherIds: z.array(SourceId).max(20),
  voice: Voice,
  basis: Basis,
  takenEdtf: OptionalEdtf,
  takenWording: OptionalLine,
  takenPlaceId: idOf("place").nullable(),
  eventEdtf: OptionalEdtf,
  eventWording: OptionalLine,
  form: z.enum(TESTIMONY_FORMS).nullable().optional(),
  heardBefore: HeardBefore.nullable().optional(),
  interview: InterviewRecord.nullable().optional(),
  note: OptionalNote,
  textBasis: TextBasis,
  originalLanguage: Language,
  translationLanguage: Language.nullable(),
  translator: OptionalLine,
  people: z.array(PersonPresent).max(30),
  paragraphs: z.array(ParagraphInput).max(PARAGRAPHS_MAX),
});
export type TestimonyFields = z.output<typeof TestimonyFields>;

/** That who is reached only through somebody was asked through them: said of the act, and no fact of the account. */
export const ThroughAsked = z.boolean().optional().default(false);

/** What a testimony is linked to while it is recorded: one incident and one suspect; further links are their own act. */
export const FirstLinks = z.strictObject({
  incidentId: idOf("incident").nullable().optional(),
  incidentRole: TestimonyIncidentRelation.nullable().optional(),
  suspectId: idOf("actor").nullable().optional(),
  suspectRole: TestimonySuspectRole.nullable().optional(),
  suspectBasis: LinkBasis.nullable().optional(),
});
export type FirstLinks = z.output<typeof FirstLinks>;

/** What the witness allows, answered while their first account is recorded; the rest of the ledger is an act of its own. */
export const FirstConsent = ConsentFields.pick({
  answeredOn: true,
  language: true,
  interpreterUsed: true,
  risksExplained: true,
  rightToRefuse: true,
  noPaymentOrPromise: true,
  howGiven: true,
  safeCopy: true,
  ...(Object.fromEntries(FIRST_QUESTIONS.map((key) => [key, true])) as Record<string, true>),
}).extend({ answeredOn: z.iso.date("not_a_day").nullable().optional() });
export type FirstConsent = z.output<typeof FirstConsent>;

/** Whether a testimony is linked to an incident. */
export const INCIDENT_TIES = ["linked", "none"] as const;

/** To whom a testimony is assigned: the caller, somebody else, nobody. */
export const ASSIGNED = ["me", "others", "nobody"] as const;

export const MINE = ["mine"] as const;

/** The filters of testimonies whose values are counted. */
export const testimonyFacets = {
  stage: TestimonyStage.optional(),
  kind: TestimonyKind.optional(),
  /** Consent to export. */
  consent: z.enum(consentAnswers).optional(),
  basis: Basis.optional(),
  language: Language.optional(),
  witnessId: orUnset(WitnessId).optional(),
  sourceId: orUnset(SourceId).optional(),
  incident: z.enum(INCIDENT_TIES).optional(),
  assigned: z.enum(ASSIGNED).optional(),
  tagId: orUnset(TagId).optional(),
};
/** What a list of testimonies can be narrowed by: it was taken within some days, what it tells of began within some. */
export const testimonyFilters = {
  ...testimonyFacets,
  ...dayRange("taken"),
  ...dayRange("event"),
  /** Only those of which the caller wrote the newest version. */
  mine: z.enum(MINE).optional(),
};

export { TestimonyKind };

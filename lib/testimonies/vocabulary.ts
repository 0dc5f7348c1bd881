import { z } from "zod";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import {
  Language,
  LinkBasis,
  PresentRole,
  TestimonyIncidentRelation,
  TestimonyKind,
  TestimonySuspectRole,
  TextBasis,
  Voice,
} from "#lib/codebook/vocabulary.ts";
import { dayRange, orUnset } from "#lib/core/filters.ts";
import { Asked, Basis } from "#lib/corroboration/vocabulary.ts";
import {
  idOf,
  Line,
  Narrative,
  OptionalEdtf,
  OptionalLine,
  OptionalNote,
  Ordinal,
} from "#lib/core/fields.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

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
  contamination: Asked,
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

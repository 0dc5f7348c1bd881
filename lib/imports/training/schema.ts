import { z } from "zod";
import { caseRoles } from "#db/schema/access.ts";
import { consentAnswers, testimonyStages } from "#db/schema/testimonies.ts";
import { FigureCategory, FigureOutcome, FigureUnit } from "#lib/codebook/reported.ts";
import { SuspectStatus, ViolationCode } from "#lib/codebook/violations.ts";
import {
  Language,
  PresentRole,
  TestimonyIncidentRelation,
  TestimonyKind,
  TestimonySuspectRole,
  TextBasis,
  Voice,
} from "#lib/codebook/vocabulary.ts";
import { ContradictionKind } from "#lib/contradictions/vocabulary.ts";
import { Line, Note, Reason } from "#lib/core/fields.ts";
import { Edtf } from "#lib/core/uncertain-date.ts";
import {
  ActSense,
  AppealGround,
  Asked,
  Basis,
  DeterminationLevel,
  Exculpatory,
  Facet,
  HardEdgeKind,
  IdentificationBasis,
  Plausibility,
  SoftEdgeKind,
  StandardOfProof,
  Stance,
  Tenths,
  TestimonyCorroboration,
} from "#lib/corroboration/vocabulary.ts";
import {
  Actor,
  Figure,
  Incident,
  Key,
  Media,
  Place,
  Proceeding,
  Source,
  Victim,
  When,
  VictimList,
  VictimMerge,
  Witness,
} from "./records.ts";

/**
 * The shape of an invented training case: what each record says, and the path by which named demo people bring it there,
 * so that a program can load it through the same commands as any person and every four-eyes rule is really applied.
 */

/** The people of the script: roles, never names. A loader gives each key a human and an account of its own. */
export const TRAINING_PEOPLE = [
  "investigator1",
  "investigator2",
  "reviewer1",
  "reviewer2",
  "senior_reviewer",
  "legal_officer1",
  "legal_officer2",
  "protection_officer",
] as const;
const Person = z.enum(TRAINING_PEOPLE);
export type TrainingPerson = z.infer<typeof Person>;

/** The first is paragraph 1, and so on. */
const Paragraph = z.strictObject({ original: Note, translation: Note.nullable() });

/**
 * What happens to a testimony, in order; its author submits and amends. `amend` makes the next version: the paragraphs it
 * gives replace those of their number or stand after the last, and all others stay. `retract` comes only after all
 * evidence links are made, so that the file shows what a retraction does to them.
 */
const TestimonyStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("submit") }),
  z.strictObject({ do: z.literal("return"), by: Person, comment: Reason }),
  z.strictObject({
    do: z.literal("amend"),
    reason: Reason,
    paragraphs: z.array(Paragraph.extend({ number: z.number().int().positive() })).min(1),
  }),
  z.strictObject({ do: z.literal("accept"), by: Person }),
  z.strictObject({ do: z.literal("retract"), by: Person, after: z.literal("evidence"), reason: Reason }),
]);

const Testimony = z.strictObject({
  key: Key,
  kind: TestimonyKind,
  /** Who speaks: a witness, or for a published account its source. */
  witness: Key.optional(),
  source: Key.optional(),
  title: Line,
  voice: Voice,
  textBasis: TextBasis,
  originalLanguage: Language,
  translation: z.strictObject({ language: Language, translator: Line }).nullable(),
  basis: Basis,
  taken: When,
  takenPlace: Key.optional(),
  eventDate: When.optional(),
  people: z.array(
    z.strictObject({ role: PresentRole, person: Person.optional(), description: Line.optional() }),
  ),
  consent: z.strictObject({ internal: z.enum(consentAnswers), export: z.enum(consentAnswers) }),
  /** Was the witness asked whom they talked with and what they saw before? The answer itself is in `note`. */
  contamination: Asked,
  note: Note.optional(),
  /** Who let a witness be interviewed who had told it before, and why. */
  permit: z.strictObject({ by: Person, reason: Reason }).optional(),
  author: Person,
  paragraphs: z.array(Paragraph).min(4).max(9),
  path: z.array(TestimonyStep),
  links: z.strictObject({
    incidents: z.array(z.strictObject({ incident: Key, relation: TestimonyIncidentRelation })),
    /** `basis`: on what the naming rests, in words. */
    suspects: z.array(
      z.strictObject({
        actor: Key,
        role: TestimonySuspectRole,
        basis: Line,
        status: SuspectStatus.optional(),
      }),
    ),
  }),
});

/** What a statement says exactly, so that the rules can set it against others; what is left out is not said. */
const Said = z.strictObject({
  edtf: Edtf.optional(),
  wording: Line.optional(),
  place: Key.optional(),
  actor: Key.optional(),
  act: ViolationCode.optional(),
  sense: ActSense.optional(),
  min: z.number().int().nonnegative().optional(),
  max: z.number().int().nonnegative().optional(),
  unit: FigureUnit.optional(),
  category: FigureCategory.optional(),
  outcome: FigureOutcome.optional(),
});

/** Cut from exactly one of: a testimony (its newest accepted version), a media item, a figure. */
const Statement = z.strictObject({
  key: Key,
  testimony: Key.optional(),
  media: Key.optional(),
  figure: Key.optional(),
  paragraphs: z.union([z.array(z.number().int().positive()).min(1), z.literal("all")]),
  claim: Line,
  basis: Basis,
  plausibility: Plausibility.nullable(),
  identification: IdentificationBasis,
  said: Said.optional(),
  exculpatory: Exculpatory.optional(),
});
const Allegation = z.strictObject({
  key: Key,
  incident: Key,
  violation: ViolationCode,
  actor: Key.optional(),
  place: Key.optional(),
  edtf: Edtf.optional(),
  wording: Line,
  victim: Key.optional(),
  childConcerned: z.boolean(),
});
/** One link a facet. */
const Evidence = z.strictObject({
  statement: Key,
  allegation: Key,
  facets: z.array(Facet).min(1),
  stance: Stance,
  rationale: Reason,
  author: Person,
});
/**
 * What ties two statements. Statements of one testimony, media item or figure are one origin without being listed. Ties
 * that a system sees by itself (same interviewer, contamination not asked) are listed where they teach something.
 */
const Dependency = z.union([
  z.strictObject({ kind: HardEdgeKind, between: z.tuple([Key, Key]), note: Line.optional() }),
  z.strictObject({ kind: SoftEdgeKind, between: z.tuple([Key, Key]), weight: Tenths, note: Line.optional() }),
]);

/**
 * What is decided of a contradiction that the rules propose between two statements once both are linked. The link that speaks against
 * the facet stands among the evidence. What is not named here is left open, for whoever learns.
 */
const Contradiction = z.strictObject({
  between: z.tuple([Key, Key]),
  kind: ContradictionKind,
  by: Person,
  material: z.enum(["yes", "no"]),
  allegation: Key,
  facet: Facet,
  /** Which of the two speaks against the facet. */
  against: Key,
  reason: Reason,
});

/** Against an approved version; whoever takes a seat has no conflict of interest. */
const Appeal = z.strictObject({
  allegation: Key,
  facet: Facet,
  by: Person,
  ground: AppealGround,
  reasons: Note,
  seats: z.array(Person).max(2),
});

/** What happens to a finding, in order; its author submits. */
const FindingStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("submit") }),
  z.strictObject({ do: z.enum(["take", "approve", "second"]), by: Person }),
  z.strictObject({ do: z.literal("return"), by: Person, comment: Reason }),
  z.strictObject({ do: z.literal("contest"), by: Person, reason: Reason }),
]);
const Finding = z.strictObject({
  allegation: Key,
  facet: Facet,
  author: Person,
  contrarySearch: z.strictObject({ answer: Asked, on: z.iso.date(), result: Note }),
  reasoning: Note,
  determination: DeterminationLevel,
  standard: StandardOfProof,
  path: z.array(FindingStep),
});

/** `allegation key/facet`. */
const FacetKey = z.templateLiteral([z.string(), "/", Facet]);
/** What must be true once the file is loaded; `ceilings` names every facet that has evidence. */
const Expected = z.strictObject({
  stages: z.record(Key, z.enum([...testimonyStages, "retracted"])),
  testimonies: z.record(Key, TestimonyCorroboration),
  ceilings: z.record(FacetKey, DeterminationLevel),
  contested: z.array(FacetKey),
});

export const TrainingCase = z.strictObject({
  case: z.strictObject({
    code: z
      .string()
      .regex(/^[A-Z0-9-]{3,20}$/)
      .optional(),
    title: z.strictObject({ en: Line, ar: Line }),
    summary: Note,
  }),
  people: z.record(Person, z.strictObject({ role: z.enum(caseRoles) })),
  sources: z.array(Source),
  places: z.array(Place),
  actors: z.array(Actor),
  witnesses: z.array(Witness),
  victims: z.array(Victim),
  incidents: z.array(Incident),
  testimonies: z.array(Testimony),
  statements: z.array(Statement),
  allegations: z.array(Allegation),
  evidence: z.array(Evidence),
  dependencies: z.array(Dependency),
  contradictions: z.array(Contradiction),
  victimLists: z.array(VictimList.extend({ author: Person })),
  merges: z.array(VictimMerge.extend({ by: Person, confirm: Person.optional() })),
  appeals: z.array(Appeal),
  findings: z.array(Finding),
  figures: z.array(Figure),
  media: z.array(Media),
  proceedings: z.array(Proceeding),
  expected: Expected,
});
export type TrainingCase = z.infer<typeof TrainingCase>;

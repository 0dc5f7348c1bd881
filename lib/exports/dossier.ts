import { z } from "zod";
import { TextBasis } from "#lib/codebook/vocabulary.ts";
import {
  Basis,
  DeterminationLevel,
  Facet,
  Plausibility,
  Reliability,
  StandardOfProof,
  Stance,
  TestimonyCorroboration,
} from "#lib/corroboration/vocabulary.ts";
import {
  AuditLine,
  AuditObject,
  Code,
  ConsentAnswer,
  Contradiction,
  DossierLanguage,
  Edtf,
  FileCode,
  HeardBefore,
  Instant,
  Interview,
  LanguageTag,
  Limitation,
  Line,
  LinkGrounds,
  LinkOfRecords,
  Named,
  Paragraph,
  StatementContradiction,
  Term,
  Text,
  When,
  WithheldEvidence,
  WithheldKind,
} from "./vocabulary.ts";

/**
 * What a dossier contains, as one plain JSON value: everything the files of an export are made from, and nothing that
 * profile J2 (judicial, pseudonymous) may not hand over. Names of witnesses and of deciders have no place in it.
 * Records refer to each other by code; a code named here is in the dossier or in `withheld` (`rules/faults.ts`).
 */

export const DOSSIER_FORMAT = "attest-dossier/1";

const Export = z.strictObject({
  code: FileCode,
  createdAt: Instant,
  caseCode: FileCode,
  caseTitle: Line,
  caseTitleAr: Line.nullable(),
  /** True for an invented case: every page says so. */
  training: z.boolean(),
  requestedByRole: Term,
  requestedByCode: Code,
  profile: z.literal("J2"),
  /** One set of PDF volumes for each, in this order; the first is the language of the bag's own texts. */
  languageOrder: z.array(DossierLanguage).min(1).max(2),
  limitations: z.array(Limitation),
  purpose: Line.nullable(),
  /** For `bag-info.txt`; null leaves the line out. */
  organisation: Line.nullable(),
  contact: Line.nullable(),
  recipientClass: Line.nullable(),
  consentRulesetVersion: Line.nullable(),
  auditCheckpoint: Line.nullable(),
});

const Incident = z.strictObject({
  code: Code,
  title: Line,
  titleAr: Line.nullable(),
  kind: Term,
  when: When,
  placeCodes: z.array(Code),
  victimGroup: Term.nullable(),
  summary: Text,
  allegedPerpetrators: z.array(
    z.strictObject({
      actorCode: Code,
      role: Term.nullable(),
      ...LinkGrounds,
      sourceCode: Code.nullable(),
    }),
  ),
  violations: z.array(Term),
  parentCode: Code.nullable(),
});

const Place = z.strictObject({
  ...Named,
  otherNames: z.array(Line),
  kind: Term,
  precision: Term,
  parentCode: Code.nullable(),
});

const Actor = z.strictObject({
  ...Named,
  kind: Term,
  affiliationAlleged: Line.nullable(),
  /** Parts this actor is alleged to have had; an actor without one is no suspect. */
  allegedRoles: z.array(
    z.strictObject({
      inKind: z.enum(["incident", "allegation", "testimony"]),
      inCode: Code,
      role: Term,
      ...LinkGrounds,
    }),
  ),
});

const Testimony = z.strictObject({
  code: Code,
  title: Line,
  version: z.int().positive(),
  kind: Term,
  voice: Term.nullable(),
  textBasis: TextBasis,
  witnessCode: Code.nullable(),
  sourceCode: Code.nullable(),
  publisherCodes: z.array(Code),
  language: LanguageTag.nullable(),
  taken: When,
  present: z.array(z.strictObject({ role: Term, code: Code.nullable(), description: Line.nullable() })),
  heardBefore: HeardBefore,
  interview: Interview,
  consent: z.array(z.strictObject({ purpose: Term, answer: ConsentAnswer })),
  corroboration: TestimonyCorroboration,
  translation: z.strictObject({ language: LanguageTag, translator: Line }).nullable(),
  paragraphs: z.array(Paragraph),
  incidentCodes: z.array(Code),
  allegedSuspects: z.array(z.strictObject({ actorCode: Code, role: Term, ...LinkGrounds })),
});

const Statement = z.strictObject({
  code: Code,
  from: z.strictObject({ kind: z.enum(["testimony", "media", "figure"]), code: Code }),
  /** Null: the whole text. */
  paragraphs: z.array(z.int().positive()).nullable(),
  claim: Line,
  basis: Basis,
  plausibility: Plausibility.nullable(),
});

const Allegation = z.strictObject({
  code: Code,
  incidentCode: Code,
  violation: Term,
  wording: Text,
  actorCode: Code.nullable(),
  victim: Line.nullable(),
  when: When,
  placeCode: Code.nullable(),
});

const Decider = z.strictObject({
  /** A version that settles a contested one is written by its first approver: nobody submitted it. */
  step: z.enum(["submitted", "reviewed", "resolved", "confirmed", "heard"]),
  role: Term,
  caseCode: Code,
  at: Instant,
});

const Finding = z
  .strictObject({
    code: Code,
    version: z.int().positive(),
    allegationCode: Code,
    facet: Facet,
    status: z.enum(["approved", "contested", "refuted"]),
    level: DeterminationLevel,
    ceiling: DeterminationLevel,
    standardOfProof: StandardOfProof,
    /** Null while a statement on the facet is withheld: reasons may retell it. So is the result of the search. */
    reasoning: Text.nullable(),
    /** What bears on the facet and is withheld, so that no finding looks unopposed because its opposition may not leave. */
    withheldEvidence: z.array(WithheldEvidence),
    contrarySearch: z.strictObject({ on: z.iso.date().nullable(), result: Text.nullable() }).nullable(),
    witnessSet: z.array(Code),
    deciders: z.array(Decider),
    algorithmVersion: Line,
    codebookVersion: Line,
    /** True when an appeal set the level above the ceiling; every page that shows it says so. */
    override: z.boolean(),
  })
  .refine(
    ({ level, ceiling, override }) => override || level <= ceiling,
    "a level above its ceiling is an override",
  )
  // OHCHR guidance on commissions of inquiry: "reasonable grounds" are open from level 4 on.
  .refine(
    ({ level, standardOfProof }) => standardOfProof !== "reasonable_grounds" || level >= 4,
    "grounds need level 4",
  )
  .refine(
    ({ reasoning, withheldEvidence }) => (reasoning === null) === withheldEvidence.length > 0,
    "reasons are withheld with the evidence, and only then",
  );

const EvidenceLink = z.strictObject({
  code: Code,
  statementCode: Code,
  allegationCode: Code,
  facet: Facet,
  stance: Stance,
  rationale: Text,
});

/** One figure by one publisher. Nothing here or anywhere adds figures together (Every Casualty Standards). */
const Figure = z.strictObject({
  code: Code,
  scope: Term,
  incidentCode: Code.nullable(),
  placeCode: Code.nullable(),
  sourceCode: Code,
  reportedViaCode: Code.nullable(),
  asOf: Edtf.nullable(),
  period: Edtf.nullable(),
  category: Line,
  outcome: Term,
  unit: Term,
  attributedTo: Term,
  min: z.int().nullable(),
  max: z.int().nullable(),
  /** True for "more than": the minimum itself is excluded. */
  minExclusive: z.boolean(),
  certainty: Term,
  valueText: Line.nullable(),
  wording: Text,
});

const Media = z.strictObject({
  code: Code,
  title: Line,
  kind: Term,
  description: Text,
  held: z.literal(false),
  circulated: Edtf.nullable(),
  circulatedByCodes: z.array(Code),
  incidentCodes: z.array(Code),
  placeCodes: z.array(Code),
  /** What an outlet said of the item; never our own rank. */
  reportedVerifications: z.array(z.strictObject({ sourceCode: Code, state: Term, note: Line.nullable() })),
});

const Proceeding = z.strictObject({
  code: Code,
  title: Line,
  family: z.enum(["proceeding", "response"]),
  kind: Term,
  bodyCode: Code.nullable(),
  when: When,
  status: Term.nullable(),
  summary: Text,
  incidentCodes: z.array(Code),
  sourceCodes: z.array(Code),
});

const Source = z.strictObject({
  ...Named,
  kind: Term,
  reliability: z.strictObject({ grade: Reliability, gradedAt: Instant }).nullable(),
  note: Text.nullable(),
});

const Withheld = z.strictObject({ kind: WithheldKind, code: Code, rule: Term, changeableBy: Term });

export const Dossier = z.strictObject({
  format: z.literal(DOSSIER_FORMAT),
  export: Export,
  incidents: z.array(Incident),
  places: z.array(Place),
  actors: z.array(Actor),
  testimonies: z.array(Testimony),
  statements: z.array(Statement),
  allegations: z.array(Allegation),
  findings: z.array(Finding),
  contradictions: z.array(Contradiction),
  statementContradictions: z.array(StatementContradiction),
  evidenceLinks: z.array(EvidenceLink),
  figures: z.array(Figure),
  media: z.array(Media),
  proceedings: z.array(Proceeding),
  sources: z.array(Source),
  links: z.array(LinkOfRecords),
  withheld: z.array(Withheld),
  auditEvents: z.array(AuditLine),
  auditObjects: z.array(AuditObject),
});
export type Dossier = z.infer<typeof Dossier>;

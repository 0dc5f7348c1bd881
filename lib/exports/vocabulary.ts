import { z } from "zod";
import { Facet, Stance } from "#lib/corroboration/vocabulary.ts";
import { LinkKind, LinkNoun } from "#lib/links/vocabulary.ts";

/** Words of dossiers, and the forms of the values they are made of. Safe for the browser. */

export const DOSSIER_LANGUAGES = ["en", "ar"] as const;
export const DossierLanguage = z.enum(DOSSIER_LANGUAGES);
export type DossierLanguage = z.infer<typeof DossierLanguage>;

/** What a reader must know the dossier does not hold or prove; words under `dossier.limitations`. */
export const LIMITATIONS = [
  "identities_not_included",
  "media_described_not_held",
  "published_accounts_paraphrased",
  "consent_limits",
  "third_persons_cut_out",
  "unfinished_work_left_out",
  "contradictions_unresolved",
  "machine_translation",
  "places_approximate",
  "no_signature",
  "no_trusted_timestamp",
  "pdf_a_not_validated",
] as const;
export const Limitation = z.enum(LIMITATIONS);

export const WITHHELD_KINDS = [
  "testimony",
  "witness",
  "statement",
  "incident",
  "place",
  "actor",
  "allegation",
  "finding",
  "evidence_link",
  "contradiction",
  "reasons",
  "link_note",
  "figure",
  "media",
  "proceeding",
  "source",
] as const;
export const WithheldKind = z.enum(WITHHELD_KINDS);
export type WithheldKind = z.infer<typeof WithheldKind>;

export const ConsentAnswer = z.enum(["yes", "no", "not_asked", "not_needed"]);

/** A SHA-256 in small hexadecimal letters. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "invalid");

/** A human code as it stands on screens. */
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/);
/** A code that also names files. */
export const FileCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
/** An id of a codebook list; its words come from the catalogue. */
export const Term = z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/);
export const Line = z.string().min(1);
export const Edtf = z.string().min(1).max(200);
/** BCP 47; null when unknown. */
export const LanguageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);

export const Text = z.string();
export const Instant = z.iso.datetime();
export const When = z.strictObject({ edtf: Edtf.nullable(), wording: Line.nullable() });
export const Named = { code: Code, name: Line, nameAr: Line.nullable() };

export const Paragraph = z.strictObject({
  number: z.int().positive(),
  original: Text,
  translation: Text.nullable(),
});

/** What a witness heard before, question by question; null where the version says nothing of it. */
export const HeardBefore = z
  .array(z.strictObject({ question: Term, answer: Term, words: Text.nullable(), askedBy: z.array(Term) }))
  .nullable();

/** How an interview went; times as the clock on the wall showed them. */
export const Interview = z
  .strictObject({
    placeType: Term.nullable(),
    startedAt: Line.nullable(),
    endedAt: Line.nullable(),
    breaks: z.array(z.strictObject({ from: Line, to: Line.nullable() })),
    recording: Term.nullable(),
    informed: Term.nullable(),
    informedOf: z.array(Term),
    freeRecall: Term.nullable(),
    leadingQuestions: z.array(Text),
    support: Term.nullable(),
  })
  .nullable();

/** On what a link rests as a word of the codebook, how it was put, and when what it says was so. */
export const LinkGrounds = { basis: Term.nullable(), note: Line.nullable(), held: When };

/** One link between two records that are both in the dossier. */
export const LinkOfRecords = z.strictObject({
  code: Code,
  kind: LinkKind,
  fromCode: Code,
  toCode: Code,
  role: Term.nullable(),
  ...LinkGrounds,
  sourceCode: Code.nullable(),
});

/** How many statements on a facet are withheld, by the side they take and the rule that keeps them; never which. */
export const WithheldEvidence = z.strictObject({
  stance: Stance,
  rule: Term,
  count: z.int().positive(),
});
export type WithheldEvidence = z.infer<typeof WithheldEvidence>;

/** Which code of the dossier an id of the audit log stands for. */
export const AUDIT_OBJECT_KINDS = [
  "case",
  "export",
  ...LinkNoun.options,
  "witness",
  "statement",
  "allegation",
  "evidence_link",
  "contradiction",
  "finding",
  "link",
] as const;
export const AuditObject = z.strictObject({ id: Term, kind: z.enum(AUDIT_OBJECT_KINDS), code: Code });
export type AuditObject = z.infer<typeof AuditObject>;

/** One event of the audit log, as the log wrote it: one line of JSON. */
export const AuditLine = z
  .string()
  .refine((line) => !/[\r\n]/.test(line) && isJson(line), "one line of JSON");

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Why an export was not built, as its build notes it; words under `exports.problem`. */
export const BuildProblem = z.enum([
  "fault",
  "storage_full",
  "rights_lost",
  "unsound",
  "case_retracted",
  "recipient_barred",
  "consent_changed",
  "leak_found",
  "nobody_named",
  "identity_unreadable",
  "bag_gone",
  "says_more",
  "log_unsigned",
]);
export type BuildProblem = z.infer<typeof BuildProblem>;

/** The folder of all bags. */
export const bagFolder = (dataFolder: string): string => `${dataFolder}/exports`;

/** Where the bag of an export lies in the data folder. */
export const bagPath = (dataFolder: string, exportId: string): string =>
  `${bagFolder(dataFolder)}/${exportId}.zip`;

/** What the bytes of a bag are sealed for. Its key has the id of its export, in the compartment of its case. */
export const bagContext = (exportId: string): string => `export:${exportId}`;

/** The export whose bag, or unfinished part of one, a file of that folder is; null for any other file. */
export function exportOfFile(name: string): { exportId: string; isWhole: boolean } | null {
  const [, exportId, rest] = /^(x_[0-9A-Za-z]{22})\.zip(\.[0-9a-f-]{36}\.part)?$/.exec(name) ?? [];
  return exportId === undefined ? null : { exportId, isWhole: rest === undefined };
}

/** A statement that contradicts a facet of an allegation. */
export const Contradiction = z.strictObject({
  code: Code,
  statementCode: Code,
  allegationCode: Code,
  facet: Facet,
  rationale: Text,
  /** Its reason is null where something on the facet is withheld that it may retell. */
  resolution: z.strictObject({ reason: Text.nullable(), at: Instant, role: Term, caseCode: Code }).nullable(),
});

/** Two statements that cannot both be right as they stand, with what became of it; also what nobody has decided about yet. */
export const StatementContradiction = z.strictObject({
  code: Code,
  statementCode: Code,
  otherStatementCode: Code,
  kind: Term,
  allegationCode: Code.nullable(),
  facet: Facet.nullable(),
  state: Term,
  material: z.boolean().nullable(),
  /** In what they differ, in somebody's words; null as the reason is. */
  note: Text.nullable(),
  /** Of its dismissal or resolution, or why it stands; null where something on the facet is withheld that it may retell. */
  reason: Text.nullable(),
  decidedAt: Instant.nullable(),
});

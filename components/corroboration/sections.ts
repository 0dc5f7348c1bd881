import type { Option, SectionSpec } from "#components/form/field-spec.ts";
import { VIOLATION_CODES } from "#lib/codebook/violations.ts";
import {
  APPEAL_GROUNDS,
  DETERMINATION_LEVELS,
  HARD_EDGE_KINDS,
  SOFT_EDGE_KINDS,
  SOFT_EDGE_TENTHS,
  SOURCE_TIE_KINDS,
  STANDARDS_OF_PROOF,
} from "#lib/corroboration/vocabulary.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The form of an allegation. */
export const allegationSections: readonly SectionSpec[] = [
  {
    key: "act",
    fields: [
      { kind: "reference", name: "incidentId", query: "incident.suggest", required: true, width: "full" },
      {
        kind: "select",
        name: "violation",
        required: true,
        options: VIOLATION_CODES,
        optionLabels: "codebook.violation",
        width: "full",
      },
      { kind: "textarea", name: "wording", required: true, rows: 2 },
    ],
  },
  {
    key: "who",
    fields: [
      { kind: "reference", name: "actorId", query: "actor.suggest" },
      { kind: "reference", name: "victimId", query: "victim.suggest" },
      { kind: "edtf", name: "occurred" },
      { kind: "reference", name: "placeId", query: "place.suggest" },
      { kind: "boolean", name: "childConcerned" },
    ],
  },
  { key: "remarks", fields: [{ kind: "textarea", name: "note", rows: 3 }] },
];

type Fields = SectionSpec["fields"];

/** Level, standard and reasoning; every level carries its words. @param t the words of this room */
const determinationFields = (t: Translate): Fields => [
  { kind: "select", name: "determination", required: true, numeric: true, options: levelOptions(t) },
  {
    kind: "select",
    name: "standard",
    required: true,
    options: STANDARDS_OF_PROOF,
    optionLabels: "corroboration.standard",
  },
  { kind: "textarea", name: "reasoning", required: true, rows: 8 },
];

const levelOptions = (t: Translate): Option[] =>
  DETERMINATION_LEVELS.map((level) => ({
    value: String(level),
    label: t("levelWords", { level, words: t(`level.${level}.label`) }),
    meaning: t(`level.${level}.meaning`),
  }));

/** The form of a draft of a finding. @param t the words of this room */
export const findingSections = (t: Translate): readonly SectionSpec[] => [
  { key: "determination", fields: determinationFields(t) },
  {
    key: "contrary",
    fields: [
      { kind: "asked", name: "contrarySearch", required: true },
      {
        kind: "edtf",
        name: "contrarySearchOn",
        as: "bare",
        when: { field: "contrarySearch", is: ["yes"] },
      },
      {
        kind: "textarea",
        name: "contrarySearchResult",
        rows: 3,
        when: { field: "contrarySearch", is: ["yes"] },
      },
    ],
  },
];

/** What a reviewer finds before they see what the author concluded. @param t the words of this room */
export const gradeSections = (t: Translate): readonly SectionSpec[] => [
  { key: "grade", fields: determinationFields(t) },
];

const reasonsField = { kind: "textarea", name: "reasons", required: true, rows: 6 } as const;

/** An appeal against a version of a finding. */
export const appealSections: readonly SectionSpec[] = [
  {
    key: "appeal",
    fields: [
      {
        kind: "select",
        name: "ground",
        required: true,
        options: APPEAL_GROUNDS,
        optionLabels: "corroboration.appeal.ground",
        width: "full",
      },
      { kind: "text", name: "groundWords", when: { field: "ground", is: ["other"] } },
      reasonsField,
    ],
  },
];

/** The vote of a member of a panel for whom the version stands, or goes back. */
export const voteSections: readonly SectionSpec[] = [{ key: "vote", fields: [reasonsField] }];

/** The vote of a member of a panel who sets another level. @param t the words of this room */
export const varySections = (t: Translate): readonly SectionSpec[] => [
  {
    key: "vote",
    fields: [...determinationFields(t).filter(({ name }) => name !== "reasoning"), reasonsField],
  },
];

/** Asked of everybody who is about to decide on a finding. */
const conflictField = { kind: "asked", name: "conflict", required: true } as const;

/** What a reviewer is asked before they take a finding up, or give the second approval. */
export const conflictSections: readonly SectionSpec[] = [{ key: "conflict", fields: [conflictField] }];

/** A contested finding settled by a new version. @param t the words of this room */
export const resolveSections = (t: Translate): readonly SectionSpec[] => [
  {
    key: "resolve",
    fields: [
      conflictField,
      ...determinationFields(t),
      { kind: "textarea", name: "reason", required: true, rows: 2, ofTheAct: true },
    ],
  },
];

export const refuteSections: readonly SectionSpec[] = [
  {
    key: "refute",
    fields: [
      conflictField,
      { kind: "textarea", name: "reasoning", required: true, rows: 6 },
      { kind: "textarea", name: "reason", required: true, rows: 2, ofTheAct: true },
    ],
  },
];

/**
 * A tie between two of an allegation's statements.
 * @param t the words of this room
 * @param statements those that may be tied, as options
 */
export const tieSections = (t: Translate, statements: readonly Option[]): readonly SectionSpec[] => [
  {
    key: "tie",
    fields: [
      { kind: "select", name: "kind", required: true, options: tieOptions(t), width: "full" },
      { kind: "select", name: "statementId", required: true, options: statements, width: "full" },
      { kind: "select", name: "otherStatementId", required: true, options: statements, width: "full" },
      { kind: "textarea", name: "note", rows: 2 },
    ],
  },
];

const ALL_TIES: readonly string[] = [...HARD_EDGE_KINDS, ...SOFT_EDGE_KINDS];

/** The form of a tie between two who speak; the page that it stands on is one of them. */
export const sourceTieSections = (t: Translate): readonly SectionSpec[] => [
  {
    key: "tie",
    fields: [
      {
        kind: "select",
        name: "kind",
        required: true,
        options: tieOptions(t, SOURCE_TIE_KINDS),
        width: "full",
      },
      { kind: "reference", name: "otherWitnessId", query: "witness.suggest" },
      { kind: "reference", name: "otherSourceId", query: "source.suggest" },
      { kind: "textarea", name: "note", rows: 2 },
    ],
  },
];

const tieOptions = (t: Translate, kinds: readonly string[] = ALL_TIES): Option[] => [
  ...HARD_EDGE_KINDS.filter((kind) => kinds.includes(kind)).map((value) => ({
    value,
    label: t(`tie.${value}.label`),
    group: t("tieFamily.hard"),
  })),
  ...SOFT_EDGE_KINDS.filter((kind) => kinds.includes(kind)).map((value) => ({
    value,
    label: t("dependency.option", { words: t(`tie.${value}.label`), tenths: SOFT_EDGE_TENTHS[value] }),
    group: t("tieFamily.soft"),
  })),
];

export const weightSections: readonly SectionSpec[] = [
  {
    key: "weight",
    fields: [
      { kind: "integer", name: "weightTenths", required: true, min: 0, max: 9 },
      { kind: "textarea", name: "reason", required: true, rows: 2, ofTheAct: true },
    ],
  },
];

import type { SectionSpec } from "#components/form/field-spec.ts";
import {
  LANGUAGES,
  LINK_BASES,
  PRESENT_ROLES,
  TESTIMONY_INCIDENT_RELATIONS,
  TESTIMONY_KINDS,
  TESTIMONY_SUSPECT_ROLES,
  TEXT_BASES,
  VOICES,
} from "#lib/codebook/vocabulary.ts";
import { BUILT_IN_NAMES } from "#lib/compartments/words.ts";
import { BASES } from "#lib/corroboration/vocabulary.ts";
import { firstConsent } from "./first-consent.ts";
import { FORM, interviewSections } from "./interview-sections.ts";

const OF_A_WITNESS = { field: "kind", is: ["interview", "written_statement"] } as const;
const PUBLISHED = { field: "kind", is: ["published_account"] } as const;

/** A witness about whom nothing is known yet but that there is one: a code. */
const UNKNOWN_WITNESS = { ageBand: "unknown", sex: "unknown", protectionNote: null, note: null };

/** What a testimony tells of, said while it is logged; further links are made on its page. */
const FIRST_LINKS: SectionSpec = {
  key: "links",
  fields: [
    { kind: "reference", name: "incidentId", query: "incident.suggest", width: "full" },
    {
      kind: "select",
      name: "incidentRole",
      required: true,
      options: TESTIMONY_INCIDENT_RELATIONS,
      optionLabels: "codebook.testimonyIncidentRelation",
      when: { field: "incidentId", is: "given" },
    },
    { kind: "reference", name: "suspectId", query: "actor.suggest", width: "full" },
    {
      kind: "select",
      name: "suspectRole",
      required: true,
      options: TESTIMONY_SUSPECT_ROLES,
      optionLabels: "codebook.testimonySuspectRole",
      when: { field: "suspectId", is: "given" },
    },
    {
      kind: "select",
      name: "suspectBasis",
      required: true,
      options: LINK_BASES.filter((basis) => basis !== "stated_by_source"),
      optionLabels: "codebook.linkBasis",
      when: { field: "suspectId", is: "given" },
    },
  ],
};

/**
 * The form of a testimony.
 * @param stored what is fixed or known of a draft that exists; null for a new one
 * @param takesFull whether the person may take a full statement, and is asked which it is
 * @param language of a talk, as a rule
 */
export function testimonySections(
  stored: { kind: string; paragraphsUsed: number } | null,
  takesFull: boolean,
  language = "unknown",
): readonly SectionSpec[] {
  const isPublished = stored?.kind === "published_account";
  const witness = {
    kind: "reference",
    name: "witnessId",
    query: "witness.suggest",
    required: true,
    create: { command: "witness.record", fixed: UNKNOWN_WITNESS },
  } as const;
  // Whether it is so of this person stands on their page; the server asks for it.
  const throughAsked = { kind: "boolean", name: "throughAsked", ofTheAct: true } as const;
  const source = { kind: "reference", name: "sourceId", query: "source.suggest", required: true } as const;
  const publishers = {
    kind: "reference",
    name: "publisherIds",
    query: "source.suggest",
    many: true,
  } as const;
  return [
    {
      key: "origin",
      fields: [
        ...(stored === null
          ? [
              {
                kind: "select",
                name: "kind",
                required: true,
                options: TESTIMONY_KINDS,
                optionLabels: "codebook.testimonyKind",
              } as const,
              { ...witness, when: OF_A_WITNESS },
              { ...throughAsked, when: OF_A_WITNESS },
              { ...source, when: PUBLISHED },
              { ...publishers, when: PUBLISHED, width: "full" } as const,
            ]
          : isPublished
            ? [source, publishers]
            : [witness, throughAsked]),
        ...(!takesFull || isPublished ? [] : [stored === null ? { ...FORM, when: OF_A_WITNESS } : FORM]),
        { kind: "text", name: "title", required: true, width: "full" },
        { kind: "asked", name: "voice", required: true, options: VOICES, optionLabels: "codebook.voice" },
        { kind: "select", name: "basis", required: true, options: BASES, optionLabels: "codebook.basis" },
      ],
    },
    {
      key: "taking",
      fields: [
        { kind: "edtf", name: "taken" },
        { kind: "reference", name: "takenPlaceId", query: "place.suggest", width: "full" },
        {
          kind: "list",
          name: "people",
          countMax: 30,
          fields: [
            {
              kind: "select",
              name: "role",
              required: true,
              options: PRESENT_ROLES,
              optionLabels: "codebook.presentRole",
            },
            { kind: "reference", name: "accountId", query: "member.suggest" },
            { kind: "text", name: "description", width: "full" },
          ],
        },
        ...(stored === null
          ? [
              {
                kind: "multiselect",
                name: "tellsOf",
                options: BUILT_IN_NAMES,
                optionLabels: "compartments.name",
                width: "full",
              } as const,
            ]
          : []),
      ],
    },
    ...interviewSections(stored?.kind ?? null),
    {
      key: "text",
      fields: [
        {
          kind: "select",
          name: "textBasis",
          required: true,
          options: TEXT_BASES,
          optionLabels: "codebook.textBasis",
        },
        {
          kind: "select",
          name: "originalLanguage",
          required: true,
          options: LANGUAGES,
          optionLabels: "codebook.language",
        },
        {
          kind: "select",
          name: "translationLanguage",
          options: LANGUAGES,
          optionLabels: "codebook.language",
        },
        { kind: "text", name: "translator" },
        {
          kind: "paragraphs",
          name: "paragraphs",
          originalLanguageField: "originalLanguage",
          translationLanguageField: "translationLanguage",
          numbersUsed: stored?.paragraphsUsed ?? 0,
        },
      ],
    },
    ...(stored === null ? [FIRST_LINKS, firstConsent(OF_A_WITNESS, language)] : []),
    {
      key: "remarks",
      fields: [
        { kind: "edtf", name: "event" },
        { kind: "textarea", name: "note", rows: 3 },
      ],
    },
  ];
}

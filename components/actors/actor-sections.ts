import type { SectionSpec } from "#components/form/field-spec.ts";
import { ACTOR_KINDS, SIDES } from "#lib/codebook/vocabulary.ts";

/** The form of an actor. Being a suspect is no field: it is a role on a link. */
export const actorSections: readonly SectionSpec[] = [
  {
    key: "actor",
    fields: [
      { kind: "text", name: "name", required: true },
      { kind: "text", name: "nameAr", dir: "rtl" },
      { kind: "textarea", name: "aliases", rows: 2 },
      {
        kind: "select",
        name: "kind",
        required: true,
        options: ACTOR_KINDS,
        optionLabels: "codebook.actorKind",
      },
    ],
  },
  {
    key: "belonging",
    fields: [
      { kind: "reference", name: "parentId", query: "actor.suggest" },
      { kind: "select", name: "attributedSide", options: SIDES, optionLabels: "codebook.side" },
      { kind: "text", name: "affiliationAlleged", width: "full" },
      { kind: "textarea", name: "note", rows: 3 },
    ],
  },
];

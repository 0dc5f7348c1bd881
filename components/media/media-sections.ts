import type { SectionSpec } from "#components/form/field-spec.ts";
import { MEDIA_KINDS, REPORTED_VERIFICATIONS } from "#lib/codebook/reported.ts";
import { OUTLETS_MAX } from "#lib/media/vocabulary.ts";

/** The form of a media item that is described and not held. */
export const mediaSections: readonly SectionSpec[] = [
  {
    key: "item",
    fields: [
      { kind: "text", name: "title", required: true, width: "full" },
      {
        kind: "select",
        name: "kind",
        required: true,
        options: MEDIA_KINDS,
        optionLabels: "codebook.mediaKind",
      },
      { kind: "textarea", name: "description", required: true, rows: 5 },
    ],
  },
  {
    key: "circulation",
    fields: [
      { kind: "edtf", name: "circulatedEdtf", as: "bare" },
      { kind: "reference", name: "circulatedBy", query: "source.suggest", many: true, width: "full" },
    ],
  },
  {
    key: "verifications",
    fields: [
      {
        kind: "list",
        name: "verifications",
        countMax: OUTLETS_MAX,
        fields: [
          { kind: "reference", name: "sourceId", required: true, query: "source.suggest" },
          {
            kind: "select",
            name: "state",
            required: true,
            options: REPORTED_VERIFICATIONS,
            optionLabels: "codebook.reportedVerification",
          },
          { kind: "textarea", name: "note", rows: 2 },
        ],
      },
      { kind: "textarea", name: "note", rows: 3 },
    ],
  },
];

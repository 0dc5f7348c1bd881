import type { SectionSpec } from "#components/form/field-spec.ts";
import { linkSections } from "#components/links/link-sections.ts";
import { LINK_NOUNS, type LinkGroup, linkGroupsOf } from "#lib/links/words.ts";
import type { RecordNoun } from "#lib/records/vocabulary.ts";

/** What a list lets people do to several records at once. */
export interface BulkSpec {
  readonly caseId: string;
  readonly noun: RecordNoun;
  readonly may: { readonly tag: boolean; readonly assign: boolean; readonly link: boolean };
}

/** The form that puts a tag on records, or takes it off. */
export const TAG_SECTIONS: readonly SectionSpec[] = [
  {
    key: "tag",
    fields: [
      {
        kind: "reference",
        name: "tagId",
        query: "tag.suggest",
        create: { command: "tag.record", field: "name" },
        required: true,
        width: "full",
      },
      { kind: "select", name: "act", required: true, options: ["put", "remove"] },
    ],
  },
];

/** The kinds of link that a record of this noun can have; none for what no link ends at. */
export function linkChoices(noun: RecordNoun): readonly LinkGroup[] {
  const end = LINK_NOUNS.find((one) => one === noun);
  return end === undefined ? [] : linkGroupsOf(end);
}

/** The form that links records to one other: as that of a single link, with the one end looked for. */
export const bulkLinkSections = ({ kind, side, other }: LinkGroup): readonly SectionSpec[] =>
  linkSections(kind, side, other).map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.name === "toId" || field.name === "fromId" ? { ...field, name: "otherId" } : field,
    ),
  }));

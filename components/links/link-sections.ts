import type { SectionSpec } from "#components/form/field-spec.ts";
import { LINK_BASES } from "#lib/codebook/words.ts";
import { type LinkKind, linkKindSpec, type LinkNoun, type LinkSide } from "#lib/links/words.ts";

/**
 * The form of a link, seen from the record at one of its ends.
 * @param other what is looked for at the other end; null where both ends stand already
 */
export function linkSections(kind: LinkKind, side: LinkSide, other: LinkNoun | null): readonly SectionSpec[] {
  const { roles, basisRequired } = linkKindSpec(kind);
  return [
    {
      key: "link",
      fields: [
        ...(other === null
          ? []
          : [
              {
                kind: "reference",
                name: side === "from" ? "toId" : "fromId",
                required: true,
                query: `${other}.suggest`,
                width: "full",
              } as const,
            ]),
        ...(roles.length === 0
          ? []
          : [
              {
                kind: "select",
                name: "role",
                required: true,
                options: roles,
                optionLabels: roleWordsAt(kind, side),
              } as const,
            ]),
        {
          kind: "select",
          name: "basis",
          required: basisRequired,
          options: LINK_BASES,
          optionLabels: "codebook.linkBasis",
        },
        { kind: "reference", name: "basisSourceId", query: "source.suggest" },
        { kind: "edtf", name: "held" },
        { kind: "textarea", name: "note", rows: 2 },
      ],
    },
  ];
}

/**
 * Where the words of a kind's roles stand, as a full key. A role is read from the first end; where a link joins two of
 * one noun, the second end reads it the other way round.
 */
export function roleWordsAt(kind: LinkKind, side: LinkSide): string {
  const { from, to, roleWords } = linkKindSpec(kind);
  return side === "to" && from === to ? `links.reversed.${roleWords}` : `codebook.${roleWords}`;
}

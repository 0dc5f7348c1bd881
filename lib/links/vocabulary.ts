import { z } from "zod";
import { LinkBasis } from "#lib/codebook/vocabulary.ts";
import { idOf, OptionalEdtf, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { LINK_KINDS_IN_ORDER, LINK_NOUNS, LINK_SIDES, linkKindSpec } from "./words.ts";

export * from "./words.ts";

export const LinkId = idOf("link");

export const LinkNoun = z.enum(LINK_NOUNS);
export type LinkNoun = z.infer<typeof LinkNoun>;

export const LinkKind = z.enum(LINK_KINDS_IN_ORDER);
export type LinkKind = z.infer<typeof LinkKind>;

export const LinkSide = z.enum(LINK_SIDES);
export type LinkSide = z.infer<typeof LinkSide>;

/** The noun of a record's id, or null when no link can end there. */
export const linkNounOf = (id: string): LinkNoun | null =>
  LINK_NOUNS.find((noun) => id.startsWith(`${idPrefixes[noun]}_`)) ?? null;

/** The id of something that a link can join. */
export const LinkEndId = z
  .string()
  .regex(
    new RegExp(`^(?:${LINK_NOUNS.map((noun) => idPrefixes[noun]).join("|")})_[0-9A-Za-z]{22}$`),
    "bad_reference",
  );

const ROLES = [
  ...new Set(LINK_KINDS_IN_ORDER.flatMap((kind): readonly string[] => linkKindSpec(kind).roles)),
];

/** What a person enters of a link besides its two ends. */
export const LinkFields = z.strictObject({
  /** One of the kind's roles; null for a kind that has none. */
  role: z.enum(ROLES).nullable(),
  /** On what the link rests; its words go into the note. */
  basis: LinkBasis.nullable(),
  basisSourceId: idOf("source").nullable(),
  /** When what the link says was so. */
  heldEdtf: OptionalEdtf,
  heldWording: OptionalLine,
  note: OptionalNote,
});
export type LinkFields = z.output<typeof LinkFields>;

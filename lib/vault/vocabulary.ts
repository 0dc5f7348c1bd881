import { z } from "zod";
import { idOf, Line, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { VictimId } from "#lib/victims/vocabulary.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { CLEARABLE, ENTRIES_MAX, REVEAL_REASONS, SHRED_GROUNDS } from "./words.ts";

export * from "./words.ts";

export const IdentityId = idOf("identity");
export const RevealId = idOf("reveal");
export const ShredId = idOf("identityShred");
/** Whose identity it is. */
export const PersonId = z.union([WitnessId, VictimId], "bad_reference");
export const ShredGround = z.enum(SHRED_GROUNDS);
export const Clearable = z.enum(CLEARABLE);

const entries = <K extends string>(name: K) =>
  z
    .array(z.strictObject({ [name]: Line } as Record<K, typeof Line>))
    .max(ENTRIES_MAX)
    .optional()
    .default([]);

/** What is typed of an identity. All of it stands in the secrets of its commands: not even a keyed hash of it is kept. */
export const IdentityFields = z.strictObject({
  name: OptionalLine.optional().default(null),
  aliases: entries("alias"),
  phones: entries("phone"),
  emails: entries("email"),
  address: OptionalNote.optional().default(null),
  relatives: OptionalNote.optional().default(null),
  papers: entries("paper"),
  likeness: OptionalNote.optional().default(null),
});
export type IdentityFields = z.output<typeof IdentityFields>;
export const SECRET_FIELDS: readonly string[] = Object.keys(IdentityFields.shape);

/** What the sealed parts hold, each as it is sealed; null for a part with nothing in it. */
export const Parts = {
  names: z.strictObject({ name: z.string().nullable(), aliases: z.array(z.string()) }),
  contacts: z.strictObject({
    phones: z.array(z.string()),
    emails: z.array(z.string()),
    address: z.string().nullable(),
  }),
  relatives: z.string(),
  papers: z.array(z.string()),
  likeness: z.string(),
};
export interface Identity {
  names: z.output<typeof Parts.names> | null;
  contacts: z.output<typeof Parts.contacts> | null;
  relatives: string | null;
  papers: string[] | null;
  likeness: string | null;
}

/** What is looked for. */
export const SeekFields = z.strictObject({
  name: OptionalLine.optional().default(null),
  phone: OptionalLine.optional().default(null),
  email: OptionalLine.optional().default(null),
  paper: OptionalLine.optional().default(null),
});

/** Why somebody opens an identity. Without a reason it is refused, so a blank gets as far as the rule that says so. */
export const RevealReason = z
  .preprocess((value) => (value === "" ? null : value), z.enum(REVEAL_REASONS).nullable())
  .optional()
  .default(null);
export const Why = OptionalNote.optional().default(null);

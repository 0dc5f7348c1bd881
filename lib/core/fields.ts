/** Fields that every verb's input is made of: trimmed, bounded, in NFC, so that one text has one form. */
import { z } from "zod";
import { type IdKind, idPrefixes } from "./id-forms.ts";
import { Edtf } from "./uncertain-date.ts";

/** Characters, not bytes. */
export const TEXT_LENGTH = { line: 200, note: 4_000, narrative: 40_000 } as const;

// The bidirectional overrides could make a text read as another; what no text may hold is refused before any schema.
const UNWANTED = /[\u202A-\u202E]/;

const text = (max: number) =>
  z
    .string()
    .transform((value) => value.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((value) => !UNWANTED.test(value), "forbidden_character"),
    );

/** A required single line: titles, names, labels. */
export const Line = text(TEXT_LENGTH.line).refine((value) => !/[\r\n]/.test(value), "single_line");
/** A required text of some paragraphs. */
export const Note = text(TEXT_LENGTH.note);
/** A required long text: an account. */
export const Narrative = text(TEXT_LENGTH.narrative);

/** Empty and null both mean: not recorded. */
const orNothing = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : value),
    schema.nullable(),
  );

export const OptionalLine = orNothing(Line);
export const OptionalNote = orNothing(Note);

/** Why something is done, in the person's words; goes into the encrypted detail. */
export const Reason = text(1_000);

const countingNumber = () => z.number().int().min(1).max(2_147_483_647);

/** A number that counts from 1, within what an integer column holds. */
export const Ordinal = countingNumber();
export const RowVersion = countingNumber();

/** An instant, in milliseconds since 1970; the greatest is the last that a date can be made of (ECMA-262, 21.4.1.1). */
export const Millis = z.number().int().min(0).max(8_640_000_000_000_000);

/** An id of one kind. A well-formed id of nothing is NotFound; a malformed one is Invalid. */
export const idOf = (kind: IdKind) =>
  z.string().regex(new RegExp(`^${idPrefixes[kind]}_[0-9A-Za-z]{22}$`), "bad_reference");

/** An optional date of an event as EDTF text. */
export const OptionalEdtf = orNothing(Edtf);

/**
 * One address for mail, of plain letters: what could begin another header, name a second receiver or read as another is none. A
 * domain in other letters is written in its `xn--` form (RFC 5890, 2.3.2.1), which the last part may be in too.
 */
const ADDRESS =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:[A-Za-z]{2,}|[Xx][Nn]--[A-Za-z0-9-]+)$/;
export const Email = z.email({ pattern: ADDRESS, error: "not_an_address" }).max(TEXT_LENGTH.line);

/** `file:id` of the record that an import brings; set by imports only. */
export const ImportKey = z.string().min(1).max(200).nullable().optional();

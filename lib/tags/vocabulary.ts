import { z } from "zod";
import { idOf, Line } from "#lib/core/fields.ts";

export const TagId = idOf("tag");

/** Characters. A tag is a word or two that fits into a row. */
export const TAG_LENGTH_MAX = 40;
/** As many as people can still choose from; more is a vocabulary, and belongs in the codebook. */
export const TAGS_PER_CASE_MAX = 200;
export const TAGS_PER_RECORD_MAX = 20;

export const TagName = Line.pipe(z.string().max(TAG_LENGTH_MAX));

/** A tag as it is shown. */
export interface Tag {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

import { z } from "zod";
import { idOf, Line } from "#lib/core/fields.ts";
import { TAG_LENGTH_MAX } from "./words.ts";

export * from "./words.ts";

export const TagId = idOf("tag");

/** As many as people can still choose from; more is a vocabulary, and belongs in the codebook. */
export const TAGS_PER_CASE_MAX = 200;

export const TagName = Line.pipe(z.string().max(TAG_LENGTH_MAX));

/** A tag as it is shown. */
export interface Tag {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

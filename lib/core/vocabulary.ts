import { z } from "zod";
import { COLUMN_WIDTH_MAX, COLUMN_WIDTH_MIN } from "./words.ts";

const COLUMNS_MAX = 60;

/** A column's key is a word of the program, never something that somebody typed. */
const ColumnKey = z.string().regex(/^[A-Za-z_]{1,40}$/);
const ColumnKeys = z.array(ColumnKey).max(COLUMNS_MAX);

/** How a person likes a list to look: keys of columns and numbers alone, so that it never holds anything of a case. */
export const ListLayout = z.strictObject({
  /** Columns that are not shown. */
  hidden: ColumnKeys,
  /** All columns that there were when it was kept, in their order; others are new and stand where they usually do. */
  order: ColumnKeys,
  /** Pixels by column; others are as wide as what they hold. */
  widths: z.record(ColumnKey, z.int().min(COLUMN_WIDTH_MIN).max(COLUMN_WIDTH_MAX)),
});
export type ListLayout = Readonly<z.output<typeof ListLayout>>;

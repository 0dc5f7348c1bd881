/** Words of filters; the browser may have them. */
import { z } from "zod";

/** Stands in a filter for rows that have no value. */
export const UNSET = "unset";

/** What a filter takes beside a value, where a column may be empty. */
export const orUnset = <T extends z.ZodType>(value: T) => z.union([value, z.literal(UNSET)]);

/** A day, `YYYY-MM-DD`, as filters take it. */
export const FilterDay = z.iso.date("not_a_day");

/** The two ends of a range of days, both included: `<name>From` and `<name>To`. */
export const dayRange = <N extends string>(name: N) =>
  ({ [`${name}From`]: FilterDay.optional(), [`${name}To`]: FilterDay.optional() }) as Record<
    `${N}From` | `${N}To`,
    z.ZodOptional<typeof FilterDay>
  >;

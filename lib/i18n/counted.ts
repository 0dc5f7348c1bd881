import { COUNTED_MAX } from "#lib/core/counted.ts";
import type { Formats } from "./format.ts";
import type { Translate } from "./translator.ts";

/**
 * Writes a number that was counted up to `COUNTED_MAX`: "312", or "10,000+".
 * @param common the messages of `common`
 */
export function countText(count: number, formats: Formats, common: Translate): string {
  return count > COUNTED_MAX
    ? common("countedUpTo", { count: formats.number(COUNTED_MAX) })
    : formats.number(count);
}

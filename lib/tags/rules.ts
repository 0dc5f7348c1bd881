import { Conflict } from "#lib/core/refusals.ts";

/** @throws Conflict `tag.retracted` */
export function mustStand({ retractedAt }: { retractedAt: number | null }): void {
  if (retractedAt !== null) throw new Conflict("tag.retracted");
}

/** What only one live row of a case may say: that this record has this tag. */
export const liveKeyOf = (tagId: string, recordId: string): string => `${tagId}:${recordId}`;

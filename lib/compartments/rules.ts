/**
 * What of a clearance changes when it ends; its key is free for another one.
 * @param at in ms since 1970
 * @param by the account that ended it, or null where it ran out
 */
export const endedClearance = (
  { id, liveKey }: { id: string; liveKey: string },
  at: number,
  by: string | null,
) => ({ endedAt: at, endedBy: by, liveKey: `${liveKey}:${id}` });

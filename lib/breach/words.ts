/** Words of what was lost. Safe for the browser. */

/** What got into other hands: all of a case, one bag, or what one account could open. */
export const LOSSES = ["case", "export", "access"] as const;
export type Loss = (typeof LOSSES)[number];

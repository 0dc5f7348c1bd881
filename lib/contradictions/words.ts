/** Words of contradictions, as closed lists. Safe for the browser. */

/** In what two statements differ. */
export const CONTRADICTION_KINDS = ["time", "place", "number", "actor", "act", "other"] as const;

/** proposed: nobody has decided · standing: it stands · dismissed: it is none · resolved: settled with a reason. */
export const CONTRADICTION_STATES = ["proposed", "standing", "dismissed", "resolved"] as const;

/** Which of the two speaks against what the allegation's facet says. */
export const CONTRADICTION_SIDES = ["statement", "other", "neither"] as const;

/** So many statements, the newest, are compared with one by the rules; the rest is for people. */
export const COMPARED_MAX = 400;

/** Words of people who are in an account and did not give it. Safe for the browser. */

/** How they belong to what is told. */
export const RELATIONS = ["kin", "neighbour", "filmer", "helper", "colleague", "detainee", "other"] as const;

/** What is to become of them in what leaves: nobody decided, they agreed themselves, or the words that show them are cut out. */
export const DECISIONS = ["undecided", "consented", "cut_out"] as const;

/** In one account. */
export const PERSONS_MAX = 60;
export const WORDS_MAX = 20;

/** Stands where words were cut out: the redaction code for other persons at risk (ICC RPE 81(4)). */
export const CUT_OUT_MARK = "[B.3]";

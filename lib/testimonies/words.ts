/** The closed lists of an interview's record, without a schema: forms read them in the browser. */

/** How far an account goes: a short first one, or a full statement by somebody authorised for it. */
export const TESTIMONY_FORMS = ["first_account", "full_statement"] as const;

/** Answers to a question of what the witness heard before. Not asked is an answer; a blank is none. */
export const HEARD_ANSWERS = ["yes", "no", "prefer_not_to_say", "not_asked"] as const;

/** What shapes a memory before it is told (M6), in the order in which it is asked. */
export const HEARD_QUESTIONS = ["talked", "sawPosts", "inGroup", "askedBefore"] as const;

/** Who asked the witness before us. */
export const EARLIER_ASKERS = [
  "authority",
  "court_or_inquiry",
  "organisation",
  "lawyer",
  "media",
  "somebody_else",
  "not_known",
] as const;

export const RECORDINGS = ["none", "audio", "video", "not_recorded"] as const;

/** Whether it was said beforehand what the interview is for, that it is voluntary and how it will be used. */
export const INFORMED = ["all", "in_part", "no", "not_recorded"] as const;
export const INFORMED_OF = ["purpose", "voluntary", "use"] as const;

/** Whether the witness told freely before the first question. */
export const FREE_RECALL = ["yes", "no", "not_recorded"] as const;

/** A support person or help elsewhere: what became of the offer. */
export const SUPPORT_OFFERED = [
  "accepted",
  "declined",
  "not_offered",
  "prefer_not_to_say",
  "not_recorded",
] as const;

export const BREAKS_MAX = 30;
export const LEADING_MAX = 100;

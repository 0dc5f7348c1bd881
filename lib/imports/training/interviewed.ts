/** What invented interviews say of themselves, in the training case as in tests: one default for all. */
import type { HeardBefore, InterviewRecord } from "#lib/testimonies/vocabulary.ts";

const NOBODY_SAID = {
  talkedWords: null,
  sawPostsWords: null,
  inGroupWords: null,
  askedBeforeBy: [],
};

/**
 * The list of what was heard before, as one answer stands for it: every question was put, some were, none was.
 */
export function heardAs(asked: "yes" | "no" | "not_asked"): HeardBefore {
  const answer = asked === "not_asked" ? "not_asked" : "no";
  const last = asked === "yes" ? "no" : "not_asked";
  return { ...NOBODY_SAID, talked: answer, sawPosts: answer, inGroup: answer, askedBefore: last };
}

/** An interview of one hour without a break. @param day `YYYY-MM-DD`; another date says that the hour is not known */
export function interviewOn(day: string | null): InterviewRecord {
  const isDay = day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day);
  return {
    placeType: "office",
    startedAt: isDay ? `${day}T10:00` : null,
    startUnknown: !isDay,
    endedAt: isDay ? `${day}T11:00` : null,
    breaks: [],
    recording: "none",
    informed: "all",
    informedOf: [],
    freeRecall: "yes",
    leading: [],
    support: "declined",
    supportWords: null,
  };
}

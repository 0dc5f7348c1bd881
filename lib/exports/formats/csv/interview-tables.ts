import { table, type TableOf } from "./table.ts";

/** What witnesses heard before, and how their interviews went. */
export const INTERVIEW_TABLES: readonly TableOf[] = [
  table("heard_before", "testimony_code version question answer words asked_by", ({ testimonies }) =>
    testimonies.flatMap((it) =>
      (it.heardBefore ?? []).map((one) => [
        it.code,
        it.version,
        one.question,
        one.answer,
        one.words,
        one.askedBy,
      ]),
    ),
  ),
  table(
    "interviews",
    "testimony_code version place_type started ended breaks recording informed informed_of free_recall leading_questions support",
    ({ testimonies }) =>
      testimonies.flatMap((it) =>
        it.interview === null
          ? []
          : [
              [
                it.code,
                it.version,
                it.interview.placeType,
                it.interview.startedAt,
                it.interview.endedAt,
                it.interview.breaks.map(({ from, to }) => `${from} – ${to ?? ""}`),
                it.interview.recording,
                it.interview.informed,
                it.interview.informedOf,
                it.interview.freeRecall,
                it.interview.leadingQuestions,
                it.interview.support,
              ],
            ],
      ),
  ),
];

import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { LinkEndId } from "#lib/links/vocabulary.ts";
import { datesOf } from "../find/dates-of.ts";
import { laneTable } from "../find/lanes.ts";
import { readLane } from "../find/read-lane.ts";
import { caseExtent } from "../find/extent.ts";
import { type DayWindow, inOrder, movesFrom, ticksOf, windowRound } from "../rules/time-window.ts";
import { CalendarDay, TIMELINE_LANES, TimelineLane } from "../vocabulary.ts";

// What an empty case shows its axis for.
const NO_DATES: DayWindow = { from: "2000-01-01", to: "2000-12-31" };

/**
 * The dates of a case within some days, lane by lane. A lane answers with its records or, where there are too many,
 * with how many begin in each part of the time; a record whose date is open at its beginning is found by its end.
 */
export const readTimeline = query({
  name: "timeline.read",
  input: z.strictObject({
    caseId: CaseId,
    /** All of them when absent or empty. */
    lanes: z.array(TimelineLane).max(TIMELINE_LANES.length).optional(),
    /** First and last day; with none of them, all dates of the case. */
    from: CalendarDay.optional(),
    to: CalendarDay.optional(),
    /**
     * A record that is drawn where others are only counted; without days, the time round its dates is shown. One that
     * has no date, or is hidden from the caller, is as if it were not asked for.
     */
    recordId: LinkEndId.optional(),
  }),
  permission: "case.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, lanes: asked = [], from, to, recordId }) {
    const lanes = TIMELINE_LANES.filter((lane) => asked.length === 0 || asked.includes(lane));
    const marked = recordId === undefined ? [] : await datesOf(ctx, caseId, recordId);
    const extent = await caseExtent(ctx, lanes, caseId);
    const window =
      marked.length > 0 && from === undefined && to === undefined
        ? windowRound(marked.map(({ span }) => span))
        : windowIn(extent ?? NO_DATES, from, to);
    const answers = [];
    for (const lane of lanes) {
      const own = marked.filter((one) => one.lane === lane);
      answers.push({ lane, ...(await readLane(ctx, laneTable(lane), caseId, window, own)) });
    }
    return {
      /** All days on which anything of these lanes is dated; null when nothing is. */
      extent,
      window,
      moves: movesFrom(window),
      ticks: ticksOf(window),
      lanes: answers,
      /** The dates of the record asked for. */
      marked,
    };
  },
});

const windowIn = (all: DayWindow, from: string | undefined, to: string | undefined): DayWindow =>
  inOrder(from ?? (to === undefined || all.from <= to ? all.from : to), to ?? lastOf(all, from));

const lastOf = (all: DayWindow, from: string | undefined): string =>
  from === undefined || all.to >= from ? all.to : from;

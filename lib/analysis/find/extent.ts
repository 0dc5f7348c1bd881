import { and, asc, desc, gte, lt } from "drizzle-orm";
import type { AskContext } from "#lib/core/query.ts";
import { bounds } from "#lib/core/uncertain-date.ts";
import { dayOf, type DayWindow } from "../rules/time-window.ts";
import type { TimelineLane } from "../vocabulary.ts";
import { inLane, laneTable } from "./lanes.ts";

/**
 * The days between the first and the last date of some lanes, or null when nothing is dated. Each end is one look into
 * an index: a long span that began earlier than the last date may reach beyond.
 */
export async function caseExtent(
  ctx: AskContext,
  lanes: readonly TimelineLane[],
  caseId: string,
): Promise<DayWindow | null> {
  const instants: number[] = [];
  for (const name of lanes) {
    const lane = laneTable(name);
    const dated = and(inLane(ctx, lane, caseId), gte(lane.sort, "0"), lt(lane.sort, FIRST_UNDATED));
    for (const direction of [asc, desc]) {
      const [row] = await ctx.read
        .select({ edtf: lane.edtf })
        .from(lane.table)
        .where(dated)
        .orderBy(direction(lane.sort))
        .limit(1);
      if (typeof row?.edtf !== "string") continue;
      const { earliest, latest } = bounds(row.edtf);
      const ends = direction === asc ? [earliest ?? latest] : [latest ?? earliest];
      instants.push(...ends.filter((end) => end !== null));
    }
  }
  if (instants.length === 0) return null;
  return { from: dayOf(Math.min(...instants)), to: dayOf(Math.max(...instants)) };
}

/** Keys from here on hold no date; texts of dates are below it too, since they begin with a year. */
const FIRST_UNDATED = "999999999999999";

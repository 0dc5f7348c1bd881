import { and, eq } from "drizzle-orm";
import type { AskContext } from "#lib/core/query.ts";
import { bounds } from "#lib/core/uncertain-date.ts";
import { sightOfNoun } from "#lib/links/find.ts";
import { linkNounOf } from "#lib/links/vocabulary.ts";
import { TIMELINE_LANES, type TimelineLane } from "../vocabulary.ts";
import { inLane, laneColumns, laneTable } from "./lanes.ts";

/** One date of a record that stands on the timeline. */
export interface DatedRecord {
  readonly lane: TimelineLane;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly titleAr: string | null;
  readonly edtf: string;
  /** Epoch ms, both ends included; an open side counts as the other. */
  readonly span: { readonly start: number; readonly end: number };
}

/** The dates of one record, lane by lane; none of what is hidden from the caller, was taken back or has no known date. */
export async function datesOf(ctx: AskContext, caseId: string, recordId: string): Promise<DatedRecord[]> {
  const noun = linkNounOf(recordId);
  if (noun === null) return [];
  const dates: DatedRecord[] = [];
  for (const name of TIMELINE_LANES) {
    const lane = laneTable(name);
    if (lane.sight !== sightOfNoun(noun)) continue;
    const [row] = await ctx.read
      .select(laneColumns(lane))
      .from(lane.table)
      .where(and(inLane(ctx, lane, caseId), eq(lane.id, recordId)));
    const span = row?.edtf ? spanOf(row.edtf) : null;
    if (row?.edtf && span !== null) dates.push({ ...row, edtf: row.edtf, lane: name, span });
  }
  return dates;
}

function spanOf(edtf: string): DatedRecord["span"] | null {
  const { earliest, latest } = bounds(edtf);
  const [start, end] = [earliest ?? latest, latest ?? earliest];
  return start === null || end === null ? null : { start, end };
}

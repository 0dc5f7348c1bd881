import { and, asc, desc, lt } from "drizzle-orm";
import type { AskContext } from "#lib/core/query.ts";
import { type DateShape, shapeOf } from "../rules/date-shape.ts";
import { packRows } from "../rules/pack-rows.ts";
import { bucketsOf, type DayWindow, instantsOf, type InstantWindow } from "../rules/time-window.ts";
import { LANE_ITEMS_MAX, LANE_LABELS_MAX, REACHING_MAX, UNDATED_LISTED_MAX } from "../vocabulary.ts";
import { counted } from "./counted.ts";
import { anyOf, beginning, inLane, laneColumns, type LaneTable } from "./lanes.ts";

// Room for a label, and for a mark without one, along an axis of length 1.
const LABEL_ROOM = 0.22;
const MARK_ROOM = 0.028;

/**
 * What one lane shows of some days: its records or their numbers, and beside them those without a date.
 * @param marked a record of the lane that is drawn even where the others are only counted
 */
export async function readLane(
  ctx: AskContext,
  lane: LaneTable,
  caseId: string,
  window: DayWindow,
  marked: readonly Row[],
) {
  const span = instantsOf(window);
  const here = inLane(ctx, lane, caseId);
  const undated = await readUndated(ctx, lane, here);
  const found = await readDates(ctx, lane, here, span, window.to, marked);
  if (found.items.length > LANE_ITEMS_MAX) {
    return {
      items: found.items
        .filter(({ id }) => marked.some((one) => one.id === id))
        .map((item) => ({ ...item, row: 0 })),
      labelled: true,
      lookedBack: false,
      undated,
      buckets: await countBuckets(ctx, lane, here, window),
    };
  }
  const labelled = found.items.length <= LANE_LABELS_MAX;
  const rows = packRows(
    found.items.map(({ shape }) => shape),
    labelled ? LABEL_ROOM : MARK_ROOM,
  );
  const items = found.items.map((item, index) => ({ ...item, row: rows[index] ?? 0 }));
  return { items, labelled, lookedBack: found.lookedBack, undated, buckets: null };
}

/** How many have no date, and the first of them: of each way to have none, in the order of the index. */
async function readUndated({ read }: AskContext, lane: LaneTable, here: ReturnType<typeof and>) {
  const items: Row[] = [];
  for (const way of lane.undated) {
    if (items.length === UNDATED_LISTED_MAX) break;
    const some = await read
      .select(laneColumns(lane))
      .from(lane.table)
      .where(and(here, way))
      .orderBy(asc(lane.sort), asc(lane.id))
      .limit(UNDATED_LISTED_MAX - items.length);
    items.push(...some);
  }
  return { ...(await counted(read, lane.table, anyOf(here, lane.undated))), items };
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly titleAr: string | null;
  readonly edtf: string | null;
}
interface Shaped extends Row {
  readonly edtf: string;
  readonly shape: DateShape;
}

/** Records that begin in the window, at most one too many, those that reach into it from before, and marked ones. */
async function readDates(
  { read }: AskContext,
  lane: LaneTable,
  here: ReturnType<typeof and>,
  span: InstantWindow,
  lastDay: string,
  marked: readonly Row[],
) {
  const columns = laneColumns(lane);
  const within = await read
    .select(columns)
    .from(lane.table)
    .where(and(here, beginning(lane, span.start, span.end)))
    .orderBy(asc(lane.sort), asc(lane.id))
    .limit(LANE_ITEMS_MAX + 1);
  const before = await read
    .select(columns)
    .from(lane.table)
    .where(and(here, lt(lane.sort, lane.keyOf(span.start))))
    .orderBy(desc(lane.sort), desc(lane.id))
    .limit(REACHING_MAX);
  // Each way by itself: those that are not bound to these days would use up the room of those that are.
  const odd = [];
  let isCut = before.length === REACHING_MAX;
  for (const way of lane.misplaced(lastDay)) {
    const some = await read.select(columns).from(lane.table).where(and(here, way)).limit(REACHING_MAX);
    isCut ||= some.length === REACHING_MAX;
    odd.push(...some);
  }
  const one = new Map([...before.toReversed(), ...odd, ...within, ...marked].map((row) => [row.id, row]));
  const items = [...one.values()].flatMap(({ id, code, title, titleAr, edtf }): Shaped[] => {
    const shape = edtf === null ? null : shapeOf(edtf, span);
    return shape === null || edtf === null ? [] : [{ id, code, title, titleAr, edtf, shape }];
  });
  items.sort((a, b) => a.shape.start - b.shape.start || b.shape.end - a.shape.end || (a.id < b.id ? -1 : 1));
  return { items, lookedBack: isCut };
}

async function countBuckets(
  { read }: AskContext,
  lane: LaneTable,
  here: ReturnType<typeof and>,
  window: DayWindow,
) {
  const buckets = [];
  for (const bucket of bucketsOf(window)) {
    const { start, end } = instantsOf(bucket);
    buckets.push({
      ...bucket,
      ...(await counted(read, lane.table, and(here, beginning(lane, start, end)))),
    });
  }
  return buckets;
}

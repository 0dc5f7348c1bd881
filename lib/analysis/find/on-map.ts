import { and, asc, count, eq, exists, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { incidents, links, places, testimonies } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { linkNounOf } from "#lib/links/vocabulary.ts";
import { instantsOf } from "../rules/time-window.ts";
import { COUNTED_MAX, MAP_LOOKED_AT_MAX, MARKED_PLACES_MAX } from "../vocabulary.ts";
import { laneTable } from "./lanes.ts";

/** Which incidents are counted: those of a list's filters, and those that begin within some days. */
export interface MapFilter {
  readonly recordKind: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export type MapNoun = "incident" | "testimony";

const TABLES = {
  incident: { table: incidents, kind: "incident_place" },
  testimony: { table: testimonies, kind: "testimony_place" },
} as const;

/** The records of one noun that the caller may see; the filter is about incidents. */
export function onMap(
  { scope }: AskContext,
  noun: MapNoun,
  caseId: string,
  filter: MapFilter,
): SQL | undefined {
  const { table } = TABLES[noun];
  return and(
    scope.cases(table.caseId, `${noun}.read`),
    eq(table.caseId, caseId),
    isNull(table.retractedAt),
    noun === "incident" ? filtered(filter) : undefined,
  );
}

function filtered({ recordKind, from, to }: MapFilter): SQL | undefined {
  const lane = laneTable("incident");
  return and(
    given(incidents.recordKind, recordKind),
    from === undefined ? undefined : gte(lane.sort, lane.keyOf(instantsOf({ from, to: from }).start)),
    to === undefined ? undefined : lt(lane.sort, lane.keyOf(instantsOf({ from: to, to }).end)),
  );
}

/** The case, too, is of both: an index leads to the links of a record in its case. */
function linkOf(noun: MapNoun): SQL | undefined {
  const { table, kind } = TABLES[noun];
  return and(
    eq(links.caseId, table.caseId),
    eq(links.fromId, table.id),
    eq(links.kind, kind),
    isNull(links.retractedAt),
  );
}

/** Which records are counted when nothing is filtered. */
const NO_FILTER: MapFilter = { recordKind: undefined, from: undefined, to: undefined };

/** The ids of the places with a point that a record stands for on the map, by name: its own, or those it is linked to. */
export async function placesOf(ctx: AskContext, caseId: string, recordId: string): Promise<string[]> {
  const { read, scope } = ctx;
  const noun = linkNounOf(recordId);
  const here = and(
    scope.cases(places.caseId, "place.read"),
    eq(places.caseId, caseId),
    isNotNull(places.latE5),
    isNull(places.retractedAt),
  );
  if (noun === "place") {
    const own = await read
      .select({ id: places.id })
      .from(places)
      .where(and(here, eq(places.id, recordId)));
    return own.map(({ id }) => id);
  }
  if (noun !== "incident" && noun !== "testimony") return [];
  const rows = await read
    .select({ id: places.id })
    .from(links)
    .innerJoin(TABLES[noun].table, linkOf(noun))
    .innerJoin(places, eq(places.id, links.toId))
    .where(
      and(
        here,
        eq(links.caseId, caseId),
        eq(links.fromId, recordId),
        scope.cases(links.caseId, "link.read"),
        onMap(ctx, noun, caseId, NO_FILTER),
      ),
    )
    .orderBy(asc(places.name), asc(places.id))
    .limit(MARKED_PLACES_MAX + 1);
  return rows.map(({ id }) => id);
}

/** How many records of a noun are linked to a place, counted up to a limit. */
export async function countAt(
  ctx: AskContext,
  noun: MapNoun,
  placeId: string,
  caseId: string,
  filter: MapFilter,
) {
  const { table, kind } = TABLES[noun];
  const some = ctx.read
    .select({ one: sql<number>`1`.as("one") })
    .from(links)
    .innerJoin(table, eq(table.id, links.fromId))
    .where(
      and(
        eq(links.caseId, caseId),
        eq(links.toId, placeId),
        eq(links.kind, kind),
        isNull(links.retractedAt),
        onMap(ctx, noun, caseId, filter),
      ),
    )
    .limit(COUNTED_MAX + 1)
    .as("some");
  const [row] = await ctx.read.select({ n: count() }).from(some);
  const n = row?.n ?? 0;
  return { count: Math.min(n, COUNTED_MAX), more: n > COUNTED_MAX };
}

/** Of the records of a noun: how many have no place at all, and how many only places without a point. */
export async function countOffMap(ctx: AskContext, noun: MapNoun, caseId: string, filter: MapFilter) {
  const { table } = TABLES[noun];
  const { read } = ctx;
  const placed = read
    .select({ one: sql`1` })
    .from(links)
    .where(linkOf(noun));
  const pointed = read
    .select({ one: sql`1` })
    .from(links)
    .innerJoin(places, eq(places.id, links.toId))
    .where(and(linkOf(noun), isNotNull(places.latE5), isNull(places.retractedAt)));
  const some = read
    .select({
      placed: sql<number>`case when ${exists(placed)} then 1 else 0 end`.as("placed"),
      pointed: sql<number>`case when ${exists(pointed)} then 1 else 0 end`.as("pointed"),
    })
    .from(table)
    .where(onMap(ctx, noun, caseId, filter))
    .limit(MAP_LOOKED_AT_MAX + 1)
    .as("some");
  const [row] = await read
    .select({
      looked: count(),
      placed: sql<number>`coalesce(sum(${some.placed}), 0)`.mapWith(Number),
      pointed: sql<number>`coalesce(sum(${some.pointed}), 0)`.mapWith(Number),
    })
    .from(some);
  const { looked = 0, placed: withPlace = 0, pointed: withPoint = 0 } = row ?? {};
  return {
    total: looked,
    more: looked > MAP_LOOKED_AT_MAX,
    withoutPlace: looked - withPlace,
    withoutPoint: withPlace - withPoint,
  };
}

import { and, desc, eq, inArray, isNull, type SQL, sql, count } from "drizzle-orm";
import { links } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { endOfLink, sightOfNoun } from "#lib/links/find.ts";
import {
  LINK_NOUNS,
  LinkKind,
  linkKindSpec,
  type LinkNoun,
  linkNounOf,
  type LinkSide,
} from "#lib/links/vocabulary.ts";
import type { Found } from "../rules/neighbours.ts";
import { COUNTED_MAX } from "../vocabulary.ts";

export interface GraphLink {
  readonly id: string;
  readonly kind: LinkKind;
  /** The end at which the record stands from which the link was followed. */
  readonly side: LinkSide;
  readonly role: string | null;
}

/** One record of the graph. */
export interface GraphRecord {
  readonly id: string;
  readonly noun: LinkNoun;
  readonly code: string;
  readonly label: string;
  readonly labelAr: string | null;
}

const SIDES = {
  from: { own: links.fromId, other: links.toId },
  to: { own: links.toId, other: links.fromId },
} as const;

/** The kinds of links of which the caller may see what stands at the other side. */
const kindsSeen = ({ scope }: AskContext, caseId: string, side: LinkSide): LinkKind[] =>
  LinkKind.options.filter((kind) => {
    const other = linkKindSpec(kind)[side === "from" ? "to" : "from"];
    return scope.roleFor(sightOfNoun(other), caseId) !== null;
  });

const ofRecord = (ctx: AskContext, caseId: string, id: string, side: LinkSide): SQL | undefined =>
  and(
    ctx.scope.cases(links.caseId),
    eq(links.caseId, caseId),
    eq(SIDES[side].own, id),
    inArray(links.kind, kindsSeen(ctx, caseId, side)),
    isNull(links.retractedAt),
  );

/** The newest links of a record by kind and side, so many of each at most. */
export async function newestByKind(ctx: AskContext, caseId: string, id: string, each: number) {
  const lists: Found<GraphLink>[][] = [];
  for (const side of ["from", "to"] as const) {
    const kinds = kindsSeen(ctx, caseId, side).filter((kind) => linkKindSpec(kind)[side] === linkNounOf(id));
    for (const kind of kinds) {
      lists.push(
        await newest(ctx, and(ofRecord(ctx, caseId, id, side), eq(links.kind, kind)), id, side, each),
      );
    }
  }
  return lists;
}

async function newest(
  { read }: AskContext,
  where: SQL | undefined,
  parentId: string,
  side: LinkSide,
  most: number,
): Promise<Found<GraphLink>[]> {
  const rows = await read
    .select({ id: links.id, kind: links.kind, role: links.role, other: SIDES[side].other })
    .from(links)
    .where(where)
    .orderBy(desc(links.createdAt), desc(links.id))
    .limit(most);
  return rows.map(({ id, kind, role, other }) => ({ id: other, parentId, link: { id, kind, side, role } }));
}

/** How many links a record has to each noun; counted up to a limit on either side. */
export async function countLinks(ctx: AskContext, caseId: string, id: string) {
  const counts = new Map<LinkNoun, { count: number; more: boolean }>();
  for (const side of ["from", "to"] as const) {
    const some = ctx.read
      .select({ kind: links.kind })
      .from(links)
      .where(ofRecord(ctx, caseId, id, side))
      .limit(COUNTED_MAX)
      .as("some");
    const rows = await ctx.read.select({ kind: some.kind, n: count() }).from(some).groupBy(some.kind);
    const more = rows.reduce((sum, { n }) => sum + n, 0) >= COUNTED_MAX;
    for (const { kind, n } of rows) {
      const noun = linkKindSpec(kind)[side === "from" ? "to" : "from"];
      const before = counts.get(noun) ?? { count: 0, more: false };
      counts.set(noun, { count: before.count + n, more: before.more || more });
    }
  }
  return counts;
}

/** The records behind some ids that stand and that the caller may see; one taken back is not among them. */
export async function recordsOf(
  { read, scope }: AskContext,
  caseId: string,
  ids: readonly string[],
): Promise<Map<string, GraphRecord>> {
  const found = new Map<string, GraphRecord>();
  for (const noun of LINK_NOUNS) {
    const wanted = ids.filter((id) => linkNounOf(id) === noun);
    if (wanted.length === 0 || scope.roleFor(sightOfNoun(noun), caseId) === null) continue;
    const end = endOfLink(noun);
    const rows = await read
      .select({
        id: sql<string>`${end.id}`,
        code: sql<string>`${end.code}`,
        label: end.label,
        labelAr: end.labelAr,
      })
      .from(end.table)
      .where(and(inArray(end.id, wanted), isNull(end.retractedAt)));
    for (const row of rows) found.set(row.id, { ...row, noun });
  }
  return found;
}

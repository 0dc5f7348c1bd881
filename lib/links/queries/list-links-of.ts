import { and, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { outside } from "#db/hidden-by.ts";
import { links, sources } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { COUNTED_MAX } from "#lib/core/counted.ts";
import { heldKeyset, type Keyset, paged, PageInput } from "#lib/core/page.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { z } from "zod";
import { endOfLink, findEnd, sightOfNoun } from "../find.ts";
import { LinkEndId, type LinkGroup, linkGroupsOf, LinkKind, linkKindSpec, LinkSide } from "../vocabulary.ts";

/**
 * The links of one record by type: how many of each, and a page of each. With a kind (and a side, where a kind joins two
 * records of one noun) only that group, so that one can be paged through. Newest first.
 */
export const listLinksOf = query({
  name: "link.listOf",
  input: z.strictObject({
    recordId: LinkEndId,
    kind: LinkKind.optional(),
    side: LinkSide.optional(),
    page: PageInput,
  }),
  permission: "link.read",
  async run(ctx, { recordId, kind, side, page }) {
    const record = await findEnd(ctx, recordId);
    const asked = linkGroupsOf(record.noun).filter(
      (group) => (kind === undefined || group.kind === kind) && (side === undefined || group.side === side),
    );
    const groups = [];
    for (const group of asked) groups.push(await readGroup(ctx, group, record, page));
    const mayWrite = ctx.scope.roleFor("link.write", record.caseId) !== null && record.retractedAt === null;
    return {
      record: { id: record.id, code: record.code, noun: record.noun, caseId: record.caseId },
      groups,
      may: { write: mayWrite },
    };
  },
});

type RecordAtEnd = Awaited<ReturnType<typeof findEnd>>;
type Page = Awaited<ReturnType<typeof readRows>>;
const EMPTY_PAGE: Page = { rows: [], next: null, previous: null };

async function readGroup(ctx: AskContext, group: LinkGroup, record: RecordAtEnd, page: PageInput) {
  const count = mayShow(ctx, group, record) ? await countOf(ctx, group, record) : 0;
  const { roleWords, alleged } = linkKindSpec(group.kind);
  const shown = count === 0 ? EMPTY_PAGE : await readRows(ctx, group, record, page);
  return { ...group, roleWords, alleged, count, ...shown };
}

// Asked for every kind of each record that is opened, so both statements are built once a side.
const groupOf = (side: LinkSide): SQL | undefined =>
  and(
    eq(links.caseId, sql.placeholder("caseId")),
    eq(side === "from" ? links.fromId : links.toId, sql.placeholder("id")),
    eq(links.kind, sql.placeholder("kind")),
    isNull(links.retractedAt),
    outside(links, sql`${sql.placeholder("closed")}`),
  );

/** Up to `COUNTED_MAX` and one more. */
async function countOf({ read, scope }: AskContext, { side, kind }: LinkGroup, { caseId, id }: RecordAtEnd) {
  const kept = read.kept(`links.count.${side}`, (from) => {
    const some = from
      .select({ one: sql<number>`1`.as("one") })
      .from(links)
      .where(groupOf(side))
      .limit(COUNTED_MAX + 1)
      .as("some");
    return from.select({ count: count() }).from(some);
  });
  const [counted] = await kept.execute({ caseId, id, kind, closed: scope.closed(caseId) });
  return counted?.count ?? 0;
}

/**
 * Link and other end are in a case where the caller may see them. All links of a record lie in its case, and the database
 * holds both ends to it, so that it is one answer for all; what is in a compartment, the statements leave out.
 */
const mayShow = ({ scope }: AskContext, { other }: LinkGroup, { caseId }: RecordAtEnd): boolean =>
  scope.sees(caseId) && scope.sees(caseId, sightOfNoun(other));

/** A page of a group that may be shown. */
async function readRows(
  { read, scope }: AskContext,
  { side, kind, other }: LinkGroup,
  { caseId, id }: RecordAtEnd,
  page: PageInput,
) {
  const keys = heldKeyset(page, "desc", links.createdAt, links.id);
  const kept = read.kept(`links.rows.${side}.${other} ${keys.name}`, (from) =>
    pageOf(from, side, other, keys),
  );
  const found = await kept.execute({ caseId, id, kind, closed: scope.closed(caseId), ...keys.values });
  const rows = found.map(({ other: { retractedAt, ...line }, ...link }) => ({
    ...link,
    /** A record taken back since the link was made stays in view as history. */
    other: { ...line, retracted: retractedAt !== null },
  }));
  return paged(page, rows, (row) => ({ key: row.createdAt, id: row.id }));
}

function pageOf(from: Pick<Reader, "select">, side: LinkSide, other: LinkGroup["other"], keys: Keyset) {
  const otherId = side === "from" ? links.toId : links.fromId;
  const end = endOfLink(other);
  const bases = from
    .select({ id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr })
    .from(sources)
    .as("bases");
  return from
    .select({
      id: links.id,
      code: links.code,
      version: links.version,
      createdAt: links.createdAt,
      role: links.role,
      basis: links.basis,
      basisSource: { id: bases.id, code: bases.code, name: bases.name, nameAr: bases.nameAr },
      heldEdtf: links.heldEdtf,
      heldWording: links.heldWording,
      note: links.note,
      other: {
        id: otherId,
        code: sql<string>`${end.code}`,
        label: end.label,
        labelAr: end.labelAr,
        dateEdtf: end.dateEdtf,
        retractedAt: sql<number | null>`${end.retractedAt}`.mapWith(Number),
      },
    })
    .from(links)
    .innerJoin(end.table, eq(end.id, otherId))
    .leftJoin(bases, eq(bases.id, links.basisSourceId))
    .where(and(groupOf(side), keys.where))
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
}

import { and, eq, inArray, isNull } from "drizzle-orm";
import { caseExports, cases, humans, notices } from "#db/schema/index.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { linesOf } from "#lib/records/find.ts";
import { z } from "zod";
import { myNotices } from "../find.ts";
import { NOTICE_KINDS } from "../vocabulary.ts";

/** What was done that concerns the caller, newest first: which act, to which record (by its code) and by whom. */
export const listNotices = query({
  name: "notice.list",
  input: z.strictObject({
    unread: z.boolean().optional(),
    kind: z.enum(NOTICE_KINDS).optional(),
    page: PageInput,
  }),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run(ctx, { unread = false, kind, page }) {
    const keys = keyset(page, "desc", notices.createdAt, notices.id);
    const found = await ctx.read
      .select({
        id: notices.id,
        kind: notices.kind,
        noun: notices.noun,
        recordId: notices.recordId,
        anchorId: notices.anchorId,
        createdAt: notices.createdAt,
        readAt: notices.readAt,
        by: humans.displayName,
        case: { id: cases.id, title: cases.title, titleAr: cases.titleAr },
      })
      .from(notices)
      .innerJoin(cases, eq(cases.id, notices.caseId))
      .leftJoin(humans, eq(humans.id, notices.byHumanId))
      .where(
        and(
          myNotices(ctx),
          unread ? isNull(notices.readAt) : undefined,
          kind === undefined ? undefined : eq(notices.kind, kind),
          keys.where,
        ),
      )
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const listed = paged(page, found, (row) => ({ key: row.createdAt, id: row.id }));
    const codes = await codesOf(
      ctx,
      listed.rows.map(({ recordId }) => recordId),
    );
    return { ...listed, rows: listed.rows.map((row) => ({ ...row, code: codes.get(row.recordId) ?? null })) };
  },
});

/** The codes of records and exports; a case is told by its title. */
async function codesOf(ctx: AskContext, ids: readonly string[]): Promise<Map<string, string>> {
  const lines = await linesOf(ctx, ids);
  const codes = new Map([...lines].map(([id, { code }]) => [id, code]));
  if (ids.length === 0) return codes;
  const exported = await ctx.read
    .select({ id: caseExports.id, code: caseExports.code })
    .from(caseExports)
    .where(and(inArray(caseExports.id, [...ids]), ctx.scope.cases(caseExports.caseId, "export.read")));
  for (const { id, code } of exported) codes.set(id, code);
  return codes;
}

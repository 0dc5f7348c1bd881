import { and, count, eq } from "drizzle-orm";
import { sources, victimListEntries, victimLists } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { personsOf } from "../find/persons.ts";

/** The lists of victims of a case by their days, with how many persons each documents. No name, and no estimate. */
export const listVictimLists = query({
  name: "victimList.list",
  input: z.strictObject({ caseId: CaseId, page: PageInput }),
  permission: "victimList.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, page }) {
    const { read, scope } = ctx;
    const keys = keyset(page, "asc", victimLists.asOfSort, victimLists.id);
    const inCase = and(scope.cases(victimLists.caseId), eq(victimLists.caseId, caseId));
    const rows = await read
      .select({
        id: victimLists.id,
        code: victimLists.code,
        title: victimLists.title,
        asOfEdtf: victimLists.asOfEdtf,
        asOfSort: victimLists.asOfSort,
        retractedAt: victimLists.retractedAt,
        source: { id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr },
      })
      .from(victimLists)
      .innerJoin(sources, eq(sources.id, victimLists.sourceId))
      .where(and(inCase, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const held = await read
      .select({ listId: victimListEntries.listId, count: count() })
      .from(victimListEntries)
      .where(eq(victimListEntries.caseId, caseId))
      .groupBy(victimListEntries.listId);
    const { persons } = await personsOf(ctx, caseId);
    const may = (permission: "victimList.write" | "victimList.decide" | "victimList.export") =>
      scope.roleFor(permission, caseId) !== null;
    const answer = paged(page, rows, (row) => ({ key: row.asOfSort, id: row.id }));
    return {
      ...answer,
      rows: answer.rows.map((row) => ({
        id: row.id,
        code: row.code,
        title: row.title,
        asOfEdtf: row.asOfEdtf,
        isRetracted: row.retractedAt !== null,
        source: row.source,
        entries: held.find(({ listId }) => listId === row.id)?.count ?? 0,
        persons: persons.filter(({ listIds }) => listIds.has(row.id)).length,
      })),
      /** Everybody on a list that stands, each once. */
      persons: persons.length,
      may: {
        write: may("victimList.write"),
        decide: may("victimList.decide"),
        export: may("victimList.export"),
      },
    };
  },
});

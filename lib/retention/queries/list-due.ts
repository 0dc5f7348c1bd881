import { and, eq, exists, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { deletions, legalHolds, retentions, testimonies } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { termsOf } from "../find/retention.ts";
import { dueAt, dueUntil } from "../rules/terms.ts";
import { TERM_CLASSES } from "../words.ts";

/**
 * The accounts of a case whose time is over and that were not deleted, those first that were recorded first; also those that a hold
 * keeps, and those that are in use, for somebody has to decide about them.
 */
export const listDue = query({
  name: "retention.listDue",
  input: z.strictObject({ caseId: CaseId, page: PageInput }),
  permission: "retention.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope, now }, { caseId, page }) {
    await findCase({ read, scope }, caseId);
    const terms = await termsOf(read, caseId);
    const until = dueUntil(now, terms);
    const keys = keyset(page, "asc", testimonies.createdAt, testimonies.id);
    const one = { one: sql<number>`1` };
    const classOf = sql`coalesce((${read
      .select({ retentionClass: retentions.retentionClass })
      .from(retentions)
      .where(eq(retentions.testimonyId, testimonies.id))}), 'standard')`;
    const deletion = (status: "waiting" | "approved") =>
      read
        .select(one)
        .from(deletions)
        .where(and(eq(deletions.testimonyId, testimonies.id), eq(deletions.status, status)));
    const held = read
      .select(one)
      .from(legalHolds)
      .where(
        and(
          eq(legalHolds.caseId, testimonies.caseId),
          isNull(legalHolds.liftedAt),
          or(isNull(legalHolds.testimonyId), eq(legalHolds.testimonyId, testimonies.id)),
        ),
      );
    const inList = and(
      scope.cases(testimonies.caseId),
      eq(testimonies.caseId, caseId),
      // No class ends sooner than the shortest: the index leads past what is younger.
      lte(testimonies.createdAt, Math.max(...Object.values(until))),
      or(
        ...TERM_CLASSES.map((each) =>
          and(sql`${classOf} = ${each}`, lte(testimonies.createdAt, until[each])),
        ),
      ),
      notExists(deletion("approved")),
    );
    const rows = await read
      .select({
        id: testimonies.id,
        code: testimonies.code,
        title: testimonies.title,
        createdAt: testimonies.createdAt,
        retractedAt: testimonies.retractedAt,
        retentionClass: sql<(typeof TERM_CLASSES)[number]>`${classOf}`,
        isHeld: sql<number>`case when ${exists(held)} then 1 else 0 end`,
        waits: sql<number>`case when ${exists(deletion("waiting"))} then 1 else 0 end`,
      })
      .from(testimonies)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, testimonies, inList);
    const shown = rows.map(({ isHeld, waits, retractedAt, ...row }) => ({
      ...row,
      dueAt: dueAt(row.createdAt, row.retentionClass, terms) ?? 0,
      /** What somebody has to do next. */
      next: isHeld
        ? ("held" as const)
        : waits
          ? ("waits" as const)
          : retractedAt === null
            ? ("in_use" as const)
            : ("ready" as const),
    }));
    return { ...paged(page, shown, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});

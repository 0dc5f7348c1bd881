import { and, eq, isNull } from "drizzle-orm";
import { actors, proceedings } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { z } from "zod";
import { AnyProceedingKind, ProceedingFamily } from "../vocabulary.ts";

/** Proceedings and responses of a case by date. */
export const listProceedings = query({
  name: "proceeding.list",
  input: z.strictObject({
    caseId: CaseId,
    family: ProceedingFamily.optional(),
    kind: AnyProceedingKind.optional(),
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "proceeding.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, family, kind, direction, page }) {
    const keys = keyset(page, direction, proceedings.heldSort, proceedings.id);
    const inList = and(
      scope.cases(proceedings.caseId),
      eq(proceedings.caseId, caseId),
      isNull(proceedings.retractedAt),
      given(proceedings.family, family),
      given(proceedings.kind, kind),
    );
    const rows = await read
      .select({
        id: proceedings.id,
        code: proceedings.code,
        family: proceedings.family,
        kind: proceedings.kind,
        title: proceedings.title,
        heldEdtf: proceedings.heldEdtf,
        heldSort: proceedings.heldSort,
        status: proceedings.status,
        statusAsOfEdtf: proceedings.statusAsOfEdtf,
        body: { id: actors.id, code: actors.code, name: actors.name, nameAr: actors.nameAr },
      })
      .from(proceedings)
      .leftJoin(actors, eq(actors.id, proceedings.bodyActorId))
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, proceedings, inList);
    return { ...paged(page, rows, (row) => ({ key: row.heldSort, id: row.id })), total };
  },
});

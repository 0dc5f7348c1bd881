import { and, eq, getTableColumns } from "drizzle-orm";
import { actors, proceedings } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { ProceedingId } from "../vocabulary.ts";

/** One proceeding or response with its body and parent, and what this caller may do with it. */
export const readProceeding = query({
  name: "proceeding.read",
  input: z.strictObject({ proceedingId: ProceedingId }),
  permission: "proceeding.read",
  async run({ read, scope }, { proceedingId }) {
    const parents = read
      .select({ id: proceedings.id, code: proceedings.code, title: proceedings.title })
      .from(proceedings)
      .as("parents");
    const [row] = await read
      .select({
        ...getTableColumns(proceedings),
        body: { id: actors.id, code: actors.code, name: actors.name, nameAr: actors.nameAr },
        parent: { id: parents.id, code: parents.code, title: parents.title },
      })
      .from(proceedings)
      .leftJoin(actors, eq(actors.id, proceedings.bodyActorId))
      .leftJoin(parents, eq(parents.id, proceedings.parentId))
      .where(and(eq(proceedings.id, proceedingId), scope.cases(proceedings.caseId)));
    if (!row) throw new NotFound();
    const mayWrite = scope.roleFor("proceeding.write", row.caseId) !== null && row.retractedAt === null;
    return { ...row, may: { write: mayWrite } };
  },
});

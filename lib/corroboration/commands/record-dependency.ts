import { z } from "zod";
import { dependencies } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey, OptionalNote } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { findStandingStatement, isTied } from "../find/records.ts";
import { HardEdgeKind, SOFT_EDGE_TENTHS, SoftEdgeKind, StatementId } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/** Records what ties two statements: one origin, or something that makes them depend on each other in part. */
export const recordDependency = command({
  name: "dependency.record",
  input: z.strictObject({
    caseId: CaseId,
    importKey: ImportKey,
    kind: z.union([HardEdgeKind, SoftEdgeKind]),
    statementId: StatementId,
    otherStatementId: StatementId,
    note: OptionalNote,
  }),
  permission: "evidence.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, kind, statementId, otherStatementId, note }) {
    if (statementId === otherStatementId)
      throw new Invalid([{ path: "otherStatementId", code: "same_statement" }]);
    const ends = [statementId, otherStatementId] as const;
    for (const id of ends) await findStandingStatement(ctx, id, caseId);
    if (await isTied(ctx, kind, ends)) throw new Conflict("dependency.exists");
    const soft = SoftEdgeKind.safeParse(kind);
    const dependency = await ctx.write.insert(dependencies, {
      ...newRecord(ctx, "dependency", "DP"),
      caseId,
      importKey,
      family: soft.success ? "soft" : "hard",
      kind,
      statementId,
      otherStatementId,
      weightTenths: soft.success ? SOFT_EDGE_TENTHS[soft.data] : null,
      note,
    });
    await recheckFindings(ctx, { statementIds: ends });
    return recorded(dependency);
  },
});

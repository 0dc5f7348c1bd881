import { z } from "zod";
import { and, eq, inArray } from "drizzle-orm";
import { cases, findings } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { WATCHED } from "../rules/recheck.ts";
import { ALGORITHM_VERSION, AlgorithmVersion } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/**
 * Lets a case go by the newest rules of corroboration, once what they would change was seen: every finding that is being
 * written, reviewed or approved is computed again in the same transaction. What was approved keeps the version that it was
 * approved by; it is contested where it no longer holds.
 */
export const acceptRules = command({
  name: "rules.accept",
  input: z.strictObject({
    caseId: CaseId,
    version: RowVersion,
    /** The version that was compared: no other is accepted in its place. */
    algorithmVersion: AlgorithmVersion,
  }),
  permission: "rules.accept",
  sight: "case.read",
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, version, algorithmVersion }, caseFile) {
    mustStand(caseFile);
    if (algorithmVersion !== ALGORITHM_VERSION || caseFile.algorithmVersion === ALGORITHM_VERSION)
      throw new Conflict("rules.not_newer");
    const after = await ctx.write.amend(cases, caseId, version, { algorithmVersion, updatedAt: ctx.now });
    const watched = await ctx.read
      .select({ allegationId: findings.allegationId, facet: findings.facet })
      .from(findings)
      .where(and(eq(findings.caseId, caseId), inArray(findings.status, [...WATCHED])));
    await recheckFindings(ctx, { facets: watched });
    return amended(caseFile, after);
  },
});

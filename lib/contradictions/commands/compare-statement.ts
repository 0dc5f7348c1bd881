import { z } from "zod";
import { contradictions, statements } from "#db/schema/index.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { mustStand, newRecord } from "#lib/core/outcome.ts";
import { StatementId } from "#lib/corroboration/vocabulary.ts";
import { saysSomething } from "../find/claims.ts";
import { proposalsFor } from "../find/proposals.ts";
import { RULE_VERSION } from "../vocabulary.ts";

/**
 * Compares a statement with the others of its incidents, and proposes what the rules take for a contradiction. People decide
 * about each. Done in the name of whoever recorded what is compared; what it found is told to nobody but by the list, where
 * each sees what they may.
 */
export const compareStatement = command({
  name: "contradiction.compare",
  input: z.strictObject({ statementId: StatementId }),
  permission: "contradiction.write",
  load: (ctx, { statementId }) => findRecord(ctx, statements, statementId, "statement.read"),
  async run(ctx, _, statement) {
    mustStand(statement);
    const proposals = await proposalsFor(ctx.read, statement);
    const codes: string[] = [];
    for (const proposal of proposals) {
      const row = await ctx.write.insert(contradictions, {
        ...newRecord(ctx, "contradiction", "CD"),
        ...proposal,
        caseId: statement.caseId,
        ruleVersion: RULE_VERSION,
        state: "proposed",
      });
      codes.push(row.code);
    }
    const { id, code, version } = statement;
    return { result: { id, code, version }, entry: { object: { id, version }, detail: { proposed: codes } } };
  },
});

/**
 * Has a statement compared in the transaction of whatever changed it or what it is linked to. To be called after the write, by
 * each command that records or amends a statement or a link. Also where something is in a compartment closed to the caller:
 * an act that stopped there would tell of it.
 */
export async function proposeContradictions(
  ctx: RunContext,
  statement: typeof statements.$inferSelect,
): Promise<void> {
  if (statement.retractedAt !== null || !saysSomething(statement)) return;
  if ((await proposalsFor(ctx.read, statement)).length === 0) return;
  await ctx.runOn(compareStatement, { statementId: statement.id }, statement);
}

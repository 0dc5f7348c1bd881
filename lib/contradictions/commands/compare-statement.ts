import { z } from "zod";
import { contradictions, statements } from "#db/schema/index.ts";
import { type Command, command, type RunContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { mustStand, newRecord, recorded, type Saved } from "#lib/core/outcome.ts";
import { StatementId } from "#lib/corroboration/vocabulary.ts";
import { saysSomething } from "../find/claims.ts";
import { type Proposal, proposalsFor } from "../find/proposals.ts";
import { RULE_VERSION } from "../vocabulary.ts";

const Input = z.strictObject({ statementId: StatementId });

type Statement = typeof statements.$inferSelect;

/** A statement and what is to be proposed of it. */
type Compared = Statement & { readonly proposals: readonly Proposal[] };

/**
 * Compares a statement with the others of its incidents, and proposes what the rules take for a contradiction. People decide
 * about each. Done in the name of whoever recorded what is compared; what it found is told to nobody but by the list, where
 * each sees what they may. So each has an event of its own, and the history of the statement has none: it would tell of those
 * whose other statement is closed.
 */
export const compareStatement: Command<typeof Input, Compared, Saved> = command({
  name: "contradiction.compare",
  input: Input,
  permission: "contradiction.write",
  async load(ctx, { statementId }) {
    const statement = await findRecord(ctx, statements, statementId, "statement.read");
    return { ...statement, proposals: await proposalsFor(ctx.read, statement) };
  },
  async run(ctx, input, statement) {
    mustStand(statement);
    const { id, code, version } = statement;
    const [first, ...rest] = statement.proposals;
    for (const one of rest) await ctx.runOn(compareStatement, input, { ...statement, proposals: [one] });
    if (!first) return { result: { id, code, version }, entry: {} };
    const row = await ctx.write.insert(contradictions, {
      ...newRecord(ctx, "contradiction", "CD"),
      ...first,
      caseId: statement.caseId,
      ruleVersion: RULE_VERSION,
      state: "proposed",
    });
    return { result: { id, code, version }, entry: recorded(row).entry };
  },
});

/**
 * Has a statement compared in the transaction of whatever changed it or what it is linked to. To be called after the write, by
 * each command that records or amends a statement or a link. Also where something is in a compartment closed to the caller:
 * an act that stopped there would tell of it.
 */
export async function proposeContradictions(ctx: RunContext, statement: Statement): Promise<void> {
  if (statement.retractedAt !== null || !saysSomething(statement)) return;
  const proposals = await proposalsFor(ctx.read, statement);
  if (proposals.length === 0) return;
  await ctx.runOn(compareStatement, { statementId: statement.id }, { ...statement, proposals });
}

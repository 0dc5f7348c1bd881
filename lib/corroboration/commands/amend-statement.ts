import { statements } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { proposeContradictions } from "#lib/contradictions/commands/compare-statement.ts";
import {
  feedsConsidered,
  findStatement,
  mustHoldParagraphs,
  mustHoldSaid,
  type Statement,
} from "../find/records.ts";
import { StatementFields } from "../rules/entered-fields.ts";
import { saidOf } from "../rules/says-exactly.ts";
import { mustFitOrigin } from "../rules/statement-form.ts";
import { StatementId } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/**
 * Grades a statement anew or corrects it. What it says stays as it is once a finding under review or in force rests on
 * it; its grades may change, and the findings are rechecked. What it says exactly, in fields, is no part of what a finding
 * rests on: it may be filled in at any time, and is compared with what others say.
 */
export const amendStatement = command({
  name: "statement.amend",
  input: StatementFields.extend({ statementId: StatementId, version: RowVersion }),
  permission: "statement.write",
  load: (ctx, { statementId }) => findStatement(ctx, statementId),
  async run(ctx, { statementId, version, ...entered }, statement) {
    mustStand(statement);
    const fields = { ...entered, spans: keptSpans(statement, entered) };
    mustFitOrigin(statement, fields);
    await mustHoldParagraphs(ctx, statement.testimonyId, fields);
    const saysAnother = SAID.some((name) => JSON.stringify(statement[name]) !== JSON.stringify(fields[name]));
    if (saysAnother && (await feedsConsidered(ctx, statementId)))
      throw new Conflict("statement.feeds_finding");
    const said = saidOf(fields, statement);
    await mustHoldSaid(ctx, statement.caseId, said);
    const changes = { ...fields, ...said, updatedAt: ctx.now };
    const after = await ctx.write.amend(statements, statementId, version, changes);
    await recheckFindings(ctx, { statementIds: [statementId] });
    await proposeContradictions(ctx, after);
    return amended(statement, after);
  },
});

const SAID = ["claim", "testimonyNumber", "paragraphs", "spans"] as const;

/** Words that are not told stay as they were, as long as their paragraphs do: in another version they may be others. */
function keptSpans(statement: Statement, { spans, testimonyNumber, paragraphs }: StatementFields) {
  if (spans !== undefined) return spans;
  const isSamePlace =
    testimonyNumber === statement.testimonyNumber &&
    JSON.stringify(paragraphs) === JSON.stringify(statement.paragraphs);
  return isSamePlace ? statement.spans : null;
}

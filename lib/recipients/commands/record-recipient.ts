import { recipients } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { mustHoldTogether } from "../rules.ts";
import { RecipientFields } from "../vocabulary.ts";

/** Records whom the case's material may be handed to: class, agreement and what is assured, each with its days. */
export const recordRecipient = command({
  name: "recipient.record",
  input: RecipientFields.extend({ caseId: CaseId }),
  permission: "recipient.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, ...fields }) {
    mustHoldTogether(fields);
    const row = { ...newRecord(ctx, "recipient", "RC"), caseId, importKey: null, ...fields };
    return recorded(await ctx.write.insert(recipients, row));
  },
});

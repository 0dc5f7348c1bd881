import { witnesses } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { WitnessFields } from "../vocabulary.ts";

/** Records a witness under a random code. No identity is stored. */
export const recordWitness = command({
  name: "witness.record",
  input: WitnessFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "witness.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    return recorded(
      await ctx.write.insert(witnesses, { ...newRecord(ctx, "witness", "W"), caseId, importKey, ...fields }),
    );
  },
});

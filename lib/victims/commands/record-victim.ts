import { victims } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { mustHoldVictimReferences } from "../find.ts";
import { VictimFields } from "../vocabulary.ts";

/** Records a person, by code only, or a group to whom harm is said to have been done. */
export const recordVictim = command({
  name: "victim.record",
  input: VictimFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "victim.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    await mustHoldVictimReferences(ctx, caseId, fields);
    return recorded(
      await ctx.write.insert(victims, { ...newRecord(ctx, "victim", "V"), caseId, importKey, ...fields }),
    );
  },
});

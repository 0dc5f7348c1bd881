import { victimLists } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { mustHoldSource } from "../find/lists.ts";
import { VictimListFields } from "../vocabulary.ts";

/** Records that somebody published a list of victims; the rows come afterwards. */
export const recordVictimList = command({
  name: "victimList.record",
  input: VictimListFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "victimList.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    await mustHoldSource(ctx, caseId, fields.sourceId);
    return recorded(
      await ctx.write.insert(victimLists, {
        ...newRecord(ctx, "victimList", "VL"),
        caseId,
        importKey,
        ...fields,
        asOfSort: sortOf(fields.asOfEdtf),
      }),
    );
  },
});

import { actors } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { mustHoldParentActor } from "../find.ts";
import { ActorFields } from "../vocabulary.ts";

/** Records a person, unit, armed group, state body or unidentified group as sources name it. */
export const recordActor = command({
  name: "actor.record",
  input: ActorFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "actor.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    await mustHoldParentActor(ctx, caseId, null, fields.parentId);
    return recorded(
      await ctx.write.insert(actors, { ...newRecord(ctx, "actor", "A"), caseId, importKey, ...fields }),
    );
  },
});

import { places } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { mustHoldPlaceReferences } from "../find.ts";
import { mustNotClaimTooExactAPoint } from "../rules.ts";
import { PlaceFields } from "../vocabulary.ts";

/** Records a place as sources name it. */
export const recordPlace = command({
  name: "place.record",
  input: PlaceFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "place.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    mustNotClaimTooExactAPoint(fields);
    await mustHoldPlaceReferences(ctx, caseId, fields);
    const place = await ctx.write.insert(places, {
      ...newRecord(ctx, "place", "P"),
      caseId,
      importKey,
      ...fields,
    });
    return recorded(place);
  },
});

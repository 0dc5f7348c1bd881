import { places } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { findPlace, mustHoldPlaceReferences } from "../find.ts";
import { mustNotClaimTooExactAPoint } from "../rules.ts";
import { PlaceFields, PlaceId } from "../vocabulary.ts";

/** Changes what is recorded of a place; the former values stay in the log. */
export const amendPlace = command({
  name: "place.amend",
  input: PlaceFields.extend({ placeId: PlaceId, version: RowVersion }),
  permission: "place.write",
  load: (ctx, { placeId }) => findPlace(ctx, placeId),
  async run(ctx, { placeId, version, ...fields }, place) {
    mustStand(place);
    mustNotClaimTooExactAPoint(fields);
    await mustHoldPlaceReferences(ctx, place.caseId, fields);
    const after = await ctx.write.amend(places, placeId, version, { ...fields, updatedAt: ctx.now });
    return amended(place, after);
  },
});

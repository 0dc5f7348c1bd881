import { places } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { findPlace } from "../find.ts";
import { PlaceId } from "../vocabulary.ts";

/** Takes a place back with a reason; nothing is deleted. */
export const retractPlace = command({
  name: "place.retract",
  input: z.strictObject({ placeId: PlaceId, version: RowVersion, reason: Reason }),
  permission: "place.write",
  load: (ctx, { placeId }) => findPlace(ctx, placeId),
  async run(ctx, { placeId, version, reason }, place) {
    mustStand(place);
    return retracted(await ctx.write.amend(places, placeId, version, retraction(ctx, reason)), reason);
  },
});

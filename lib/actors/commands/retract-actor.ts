import { z } from "zod";
import { actors } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { findActor } from "../find.ts";
import { ActorId } from "../vocabulary.ts";

/** Takes an actor back with a reason; nothing is deleted. */
export const retractActor = command({
  name: "actor.retract",
  input: z.strictObject({ actorId: ActorId, version: RowVersion, reason: Reason }),
  permission: "actor.write",
  load: (ctx, { actorId }) => findActor(ctx, actorId),
  async run(ctx, { actorId, version, reason }, actor) {
    mustStand(actor);
    return retracted(await ctx.write.amend(actors, actorId, version, retraction(ctx, reason)), reason);
  },
});

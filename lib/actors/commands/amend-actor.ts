import { actors } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { findActor, mustHoldParentActor } from "../find.ts";
import { ActorFields, ActorId } from "../vocabulary.ts";

/** Changes what is recorded of an actor; the former values stay in the log. */
export const amendActor = command({
  name: "actor.amend",
  input: ActorFields.extend({ actorId: ActorId, version: RowVersion }),
  permission: "actor.write",
  load: (ctx, { actorId }) => findActor(ctx, actorId),
  async run(ctx, { actorId, version, ...fields }, actor) {
    mustStand(actor);
    await mustHoldParentActor(ctx, actor.caseId, actorId, fields.parentId);
    return amended(actor, await ctx.write.amend(actors, actorId, version, { ...fields, updatedAt: ctx.now }));
  },
});

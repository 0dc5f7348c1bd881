import { z } from "zod";
import { query } from "#lib/core/query.ts";
import { findActor, parentActor, partsOfActor } from "../find.ts";
import { ActorId } from "../vocabulary.ts";

/** One actor with what it belongs to and what belongs to it. */
export const readActor = query({
  name: "actor.read",
  input: z.strictObject({ actorId: ActorId }),
  permission: "actor.read",
  async run(ctx, { actorId }) {
    const actor = await findActor(ctx, actorId);
    return {
      ...actor,
      parent: await parentActor(ctx, actor.parentId),
      parts: await partsOfActor(ctx, actorId),
      may: { write: actor.retractedAt === null && ctx.scope.roleFor("actor.write", actor.caseId) !== null },
    };
  },
});

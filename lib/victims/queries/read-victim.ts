import { z } from "zod";
import { query } from "#lib/core/query.ts";
import { findVictim, victimSurroundings } from "../find.ts";
import { VictimId } from "../vocabulary.ts";

/** One victim with the incident and the source it points to. */
export const readVictim = query({
  name: "victim.read",
  input: z.strictObject({ victimId: VictimId }),
  permission: "victim.read",
  async run(ctx, { victimId }) {
    const victim = await findVictim(ctx, victimId);
    return {
      ...victim,
      ...(await victimSurroundings(ctx, victim)),
      may: {
        write: victim.retractedAt === null && ctx.scope.roleFor("victim.write", victim.caseId) !== null,
      },
    };
  },
});

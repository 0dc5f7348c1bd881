import { z } from "zod";
import { sources, witnesses } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { query } from "#lib/core/query.ts";
import { shownSourceTies } from "../find/shown-source-ties.ts";

/** What ties a witness or a source to others who speak, and what this caller may do with it. */
export const listSourceTies = query({
  name: "sourceTie.list",
  input: z.strictObject({ recordId: z.union([idOf("witness"), idOf("source")]) }),
  permission: "evidence.read",
  async run(ctx, { recordId }) {
    const { caseId, retractedAt } = idOf("witness").safeParse(recordId).success
      ? await findRecord(ctx, witnesses, recordId)
      : await findRecord(ctx, sources, recordId);
    return {
      ties: await shownSourceTies(ctx, recordId),
      may: {
        record: retractedAt === null && ctx.scope.roleFor("evidence.write", caseId) !== null,
        weigh: ctx.scope.roleFor("evidence.resolve", caseId) !== null,
      },
    };
  },
});

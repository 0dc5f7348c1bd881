import { desc, eq } from "drizzle-orm";
import { emergencyAccesses } from "#db/schema/index.ts";
import { REVIEW_MS_MAX } from "#lib/core/emergency.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { emergencies, onCallFor } from "../find.ts";
import { stateOf } from "../rules.ts";

const OWN_MAX = 50;

/**
 * The caller's own: the cases that they may open in an emergency, those that they opened, and what came of it. Also for whom
 * nothing else is open until a review is done.
 */
export const ownEmergencies = query({
  name: "emergency.own",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const { read, scope, now } = ctx;
    const rows = await emergencies(read)
      .where(eq(emergencyAccesses.accountId, scope.accountId))
      .orderBy(desc(emergencyAccesses.openedAt), desc(emergencyAccesses.id))
      .limit(OWN_MAX);
    return {
      onCall: await onCallFor(ctx, scope.accountId),
      rows: rows.map((row) => ({
        ...row,
        state: stateOf(row, now),
        dueAt: row.openedAt + REVIEW_MS_MAX,
      })),
    };
  },
});

import { and, isNull, ne } from "drizzle-orm";
import { emergencyAccesses } from "#db/schema/index.ts";
import { emergenciesOf } from "#lib/core/emergency.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { onCallFor } from "../find.ts";

/** One more than is ever shown. */
const WAITING_MAX = 100;

/**
 * What the frame of each page says of emergencies: the case that is open to the caller now, whether they have to do with any,
 * and how many of others' nobody has looked at yet.
 */
export const emergencyFrame = query({
  name: "emergency.frame",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const { read, scope, now } = ctx;
    const { accountId } = scope;
    const { open, dueAt } = await emergenciesOf(read, accountId, now);
    const [first] = open;
    const waiting = await read
      .select({ id: emergencyAccesses.id })
      .from(emergencyAccesses)
      .where(
        and(
          scope.acrossCases(emergencyAccesses.caseId, "emergency.review"),
          isNull(emergencyAccesses.reviewedAt),
          ne(emergencyAccesses.accountId, accountId),
        ),
      )
      .limit(WAITING_MAX);
    return {
      open: first ? { ...first, endsInMs: first.expiresAt - now } : null,
      isOnCall: Number.isFinite(dueAt) || (await onCallFor(ctx, accountId)).length > 0,
      waiting: waiting.length,
    };
  },
});

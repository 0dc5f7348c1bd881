import { and, isNotNull, isNull, lte, ne, or } from "drizzle-orm";
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
    const { accountId, humanId } = scope;
    const { open, unreviewed } = await emergenciesOf(read, humanId, now);
    const onCall = await onCallFor(ctx, accountId);
    const first = open.find(
      (one) => one.accountId === accountId && onCall.some(({ caseId }) => caseId === one.caseId),
    );
    const watched = scope.acrossCases(emergencyAccesses.caseId, "emergency.review");
    const others = ne(emergencyAccesses.accountId, accountId);
    const waiting = await read
      .select({ id: emergencyAccesses.id })
      .from(emergencyAccesses)
      .where(
        and(
          watched,
          others,
          isNull(emergencyAccesses.reviewedAt),
          or(isNotNull(emergencyAccesses.endedAt), lte(emergencyAccesses.expiresAt, now)),
        ),
      )
      .limit(WAITING_MAX);
    const [any] = await read
      .select({ id: emergencyAccesses.id })
      .from(emergencyAccesses)
      .where(watched)
      .limit(1);
    return {
      open: first ? { ...first, endsInMs: first.expiresAt - now } : null,
      isOnCall: unreviewed > 0 || onCall.length > 0,
      /** Of those over which the caller watches: whether there ever was one, and how many wait for a review. */
      watches: any !== undefined,
      waiting: waiting.length,
    };
  },
});

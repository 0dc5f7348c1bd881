/** Bags that can still be fetched, but not for long. */
import { and, count, eq, gt, lte } from "drizzle-orm";
import { caseExports } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";

const SOON_MS = 3 * 24 * 3_600_000;

/** The condition that an export is ready and runs out within three days. @param now milliseconds since 1970 */
export const endsSoon = (now: number) =>
  and(
    eq(caseExports.status, "ready"),
    gt(caseExports.expiresAt, now),
    lte(caseExports.expiresAt, now + SOON_MS),
  );

/** By case: how many exports that the caller may fetch run out soon. */
export const exportsEndingSoon = ({ read, scope, now }: Pick<AskContext, "read" | "scope" | "now">) =>
  read
    .select({ caseId: caseExports.caseId, count: count() })
    .from(caseExports)
    .where(and(scope.acrossCases(caseExports.caseId, "export.start"), endsSoon(now)))
    .groupBy(caseExports.caseId);

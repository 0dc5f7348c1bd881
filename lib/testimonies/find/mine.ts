/** What waits for a person as the author of testimonies. */
import { and, count, eq, exists, inArray, isNull } from "drizzle-orm";
import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";

type Context = Pick<AskContext, "read" | "scope">;

/** The condition that the caller, by whichever account of theirs, opened the newest version of a testimony. */
export const newestIsMine = ({ read, scope }: Context) =>
  exists(
    read
      .select({ id: testimonyVersions.id })
      .from(testimonyVersions)
      .where(
        and(
          eq(testimonyVersions.testimonyId, testimonies.id),
          eq(testimonyVersions.number, testimonies.versionNumber),
          eq(testimonyVersions.authorHumanId, scope.humanId),
        ),
      ),
  );

/** By case: how many drafts the caller has open, and how many of their versions came back; only where they may write. */
export const myOpenTestimonies = (ctx: Context) =>
  ctx.read
    .select({ caseId: testimonies.caseId, stage: testimonies.stage, count: count() })
    .from(testimonies)
    .where(
      and(
        ctx.scope.acrossCases(testimonies.caseId, "testimony.write"),
        inArray(testimonies.stage, ["draft", "returned"]),
        isNull(testimonies.retractedAt),
        newestIsMine(ctx),
      ),
    )
    .groupBy(testimonies.caseId, testimonies.stage);

/** What waits for a person as the author of testimonies. */
import { and, count, eq, exists, isNull } from "drizzle-orm";
import { isOpen, testimonies, testimonyVersions } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { isNewestVersion } from "./newest.ts";

type Context = Pick<AskContext, "read" | "scope">;

/** The condition that the caller, by whichever account of theirs, opened the newest version of a testimony. */
export const newestIsMine = ({ read, scope }: Context) =>
  exists(
    read
      .select({ id: testimonyVersions.id })
      .from(testimonyVersions)
      .where(and(isNewestVersion(), eq(testimonyVersions.authorHumanId, scope.humanId))),
  );

/** By case: how many drafts the caller has open, and how many of their versions came back; only where they may write. */
export const myOpenTestimonies = ({ read, scope }: Context) =>
  read
    .select({ caseId: testimonyVersions.caseId, stage: testimonyVersions.stage, count: count() })
    .from(testimonyVersions)
    .innerJoin(testimonies, isNewestVersion())
    .where(
      and(
        eq(testimonyVersions.authorHumanId, scope.humanId),
        isOpen(testimonyVersions.stage),
        scope.cases(testimonyVersions.caseId, "testimony.write"),
        isNull(testimonies.retractedAt),
      ),
    )
    .groupBy(testimonyVersions.caseId, testimonyVersions.stage);

import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { accounts, deletions, humans, legalHolds, testimonies } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { setTermsOf } from "../find/retention.ts";
import { termsFrom } from "../rules/terms.ts";
import { TERM_CLASSES } from "../words.ts";

/** Holds that last, and requests that wait, which are shown at once. */
const SHOWN_MAX = 200;

/** How long a case keeps its accounts, what it holds back from deletion, and what waits for a second person. It is traced. */
export const readRetention = query({
  name: "retention.read",
  input: z.strictObject({ caseId: CaseId }),
  permission: "retention.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId }) {
    await findCase({ read, scope }, caseId);
    const set = await setTermsOf(read, caseId);
    const terms = termsFrom(set);
    const account = { id: testimonies.id, code: testimonies.code, title: testimonies.title };
    const holds = await read
      .select({
        id: legalHolds.id,
        version: legalHolds.version,
        reason: legalHolds.reason,
        placedAt: legalHolds.placedAt,
        by: humans.displayName,
        testimony: account,
      })
      .from(legalHolds)
      .leftJoin(testimonies, eq(testimonies.id, legalHolds.testimonyId))
      .leftJoin(accounts, eq(accounts.id, legalHolds.placedBy))
      .leftJoin(humans, eq(humans.id, accounts.humanId))
      .where(and(scope.cases(legalHolds.caseId), eq(legalHolds.caseId, caseId), isNull(legalHolds.liftedAt)))
      .orderBy(desc(legalHolds.placedAt), desc(legalHolds.id))
      .limit(SHOWN_MAX);
    const waiting = await read
      .select({
        id: deletions.id,
        ground: deletions.ground,
        reason: deletions.reason,
        requestedAt: deletions.requestedAt,
        by: humans.displayName,
        byHumanId: deletions.requestedByHumanId,
        testimony: account,
      })
      .from(deletions)
      .innerJoin(testimonies, eq(testimonies.id, deletions.testimonyId))
      .innerJoin(humans, eq(humans.id, deletions.requestedByHumanId))
      .where(
        and(scope.cases(deletions.caseId), eq(deletions.caseId, caseId), eq(deletions.status, "waiting")),
      )
      .orderBy(asc(deletions.requestedAt), asc(deletions.id))
      .limit(SHOWN_MAX);
    const holdsPermission = (permission: "retention.write" | "hold.write" | "deletion.decide") =>
      scope.roleFor(permission, caseId) !== null;
    const mayDecide = holdsPermission("deletion.decide");
    return {
      caseId,
      terms: TERM_CLASSES.map((retentionClass) => ({
        retentionClass,
        months: terms[retentionClass],
        seen: set.find((row) => row.retentionClass === retentionClass)?.version ?? 0,
      })),
      holds,
      waiting: waiting.map(({ byHumanId, ...row }) => ({
        ...row,
        mayDecide: mayDecide && byHumanId !== scope.humanId,
      })),
      may: { write: holdsPermission("retention.write"), hold: holdsPermission("hold.write") },
    };
  },
  traceOf: ({ caseId }) => ({ caseId }),
});

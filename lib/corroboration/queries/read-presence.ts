import { and, eq, gte, inArray } from "drizzle-orm";
import { z } from "zod";
import { auditEvents } from "#db/schema/index.ts";
import { unindexed } from "#db/unindexed.ts";
import { humansInCase } from "#lib/accounts/find.ts";
import { idOf } from "#lib/core/fields.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { peopleBehind } from "#lib/audit/people.ts";
import { findAnyRecord } from "#lib/audit/records.ts";

/** Who opened a record longer ago than this is taken to have left it. */
const PRESENT_MS = 15 * 60_000;
const LOOKS = ["finding.read", "testimony.read"];
const LOOKS_MAX = 200;

/**
 * Which other reviewers of the case opened a record within the last quarter of an hour, so that two do not decide on the same
 * without knowing of each other. It is read from the log, which holds every reading of an account and of a finding; of
 * anybody without a reviewer's role in the case nothing is said, since who merely looked is for the auditor to know.
 */
export const readPresence = query({
  name: "presence.read",
  input: z.strictObject({ recordId: z.union([idOf("finding"), idOf("testimony")]) }),
  permission: "finding.review",
  async run(ctx, { recordId }) {
    const { read, scope, keys, now } = ctx;
    const { caseId } = await findAnyRecord(ctx, recordId);
    if (caseId === null || scope.roleFor("finding.review", caseId) === null) throw new NotFound();
    const looks = await read
      .select({ actor: auditEvents.actor, at: auditEvents.at })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.objectId, recordId),
          inArray(unindexed(auditEvents.act), LOOKS),
          gte(auditEvents.at, now - PRESENT_MS),
        ),
      )
      .orderBy(auditEvents.seq)
      .limit(LOOKS_MAX);
    const people = await peopleBehind(
      read,
      keys,
      looks.map(({ actor }) => actor),
    );
    const reviewers = await humansInCase(
      ctx,
      caseId,
      [...people.values()].map(({ humanId }) => humanId),
      "finding.review",
    );
    const present = new Map<string, { name: string; at: number }>();
    for (const { actor, at } of looks) {
      const person = people.get(actor);
      if (person === undefined || person.humanId === scope.humanId || !reviewers.has(person.humanId))
        continue;
      present.set(person.humanId, { name: person.displayName, at });
    }
    return { present: [...present.values()].toSorted((a, b) => b.at - a.at) };
  },
});

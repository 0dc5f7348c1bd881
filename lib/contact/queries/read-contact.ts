import { and, asc, desc, eq, getTableColumns, gt, isNull } from "drizzle-orm";
import { accounts, contactPermits, contactPlans, contactRules, humans } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { maybeIdentity } from "#lib/vault/find/identities.ts";
import { findWitness, testimoniesGiven } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";

/** Words of a person that are shown, and permits; the newest. */
const SHOWN_MAX = 100;

/**
 * What a person says about being contacted again, all that led there, the permits that can still be used, and whether there is
 * a plan for safe contact, which is a question of its own. The words are protected: it is traced. Accounts are those that the
 * caller may see.
 */
export const readContact = query({
  name: "contact.read",
  input: z.strictObject({ witnessId: WitnessId }),
  permission: "witness.read",
  async run(ctx, { witnessId }) {
    const { read, scope, now } = ctx;
    const { id, code, version, caseId, retractedAt } = await findWitness(ctx, witnessId);
    const said = await read
      .select({ ...getTableColumns(contactRules), by: humans.displayName })
      .from(contactRules)
      .leftJoin(accounts, eq(accounts.id, contactRules.recordedBy))
      .leftJoin(humans, eq(humans.id, accounts.humanId))
      .where(and(eq(contactRules.witnessId, witnessId), scope.cases(contactRules.caseId)))
      .orderBy(desc(contactRules.number))
      .limit(SHOWN_MAX);
    const permits = await read
      .select({ ...getTableColumns(contactPermits), by: humans.displayName })
      .from(contactPermits)
      .leftJoin(accounts, eq(accounts.id, contactPermits.givenBy))
      .leftJoin(humans, eq(humans.id, accounts.humanId))
      .where(
        and(
          eq(contactPermits.witnessId, witnessId),
          gt(contactPermits.expiresAt, now),
          isNull(contactPermits.usedAt),
          scope.cases(contactPermits.caseId),
        ),
      )
      .orderBy(asc(contactPermits.expiresAt), asc(contactPermits.id))
      .limit(SHOWN_MAX);
    const [plan] = await read
      .select({
        number: contactPlans.number,
        recordedAt: contactPlans.recordedAt,
        by: humans.displayName,
      })
      .from(contactPlans)
      .leftJoin(accounts, eq(accounts.id, contactPlans.recordedBy))
      .leftJoin(humans, eq(humans.id, accounts.humanId))
      .where(and(eq(contactPlans.witnessId, witnessId), scope.cases(contactPlans.caseId)))
      .orderBy(desc(contactPlans.number))
      .limit(1);
    const isGone = Boolean((await maybeIdentity(read, witnessId))?.shreddedAt);
    const holds = (permission: "consent.write" | "contact.permit") =>
      retractedAt === null && scope.roleFor(permission, caseId) !== null;
    return {
      witness: { id, code, version, caseId },
      seen: said[0]?.number ?? 0,
      mode: said[0]?.mode ?? ("open" as const),
      said,
      permits,
      // One that went with the identity of the person says nothing any more.
      plan: isGone ? null : (plan ?? null),
      accounts: await testimoniesGiven(ctx, witnessId),
      may: {
        set: holds("consent.write"),
        permit: holds("contact.permit"),
        readPlan: scope.roleFor("contact.readPlan", caseId) !== null,
      },
    };
  },
  traceOf: ({ witness: { id, version, caseId } }) => ({ caseId, object: { id, version } }),
});

import { and, desc, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import { listHolds } from "#db/json-list.ts";
import { caseExports, recipients, testimonies } from "#db/schema/index.ts";
import { findingsWithout } from "#lib/corroboration/find/foreseen.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";

const SHOWN_MAX = 50;

/**
 * What a withdrawal of all consent would touch, before anybody takes it: the person's accounts, the findings that would change,
 * the exports under way that would stop and the finished ones that would not be handed out any more. Of each, what the caller may
 * see. A person's no needs none of it to be heard: it is there so that nobody is surprised.
 */
export const foreseeWithdrawal = query({
  name: "consent.foreseeWithdrawal",
  input: z.strictObject({ witnessId: WitnessId }),
  permission: "consent.read",
  async run(ctx, { witnessId }) {
    const { caseId } = await findWitness(ctx, witnessId);
    const told = await accountsOf(ctx, witnessId);
    return {
      accounts: told.length,
      findings: (await findingsWithout(ctx, witnessId)).slice(0, SHOWN_MAX),
      exports: await exportsThatStop(
        ctx,
        caseId,
        told.map(({ id }) => id),
      ),
    };
  },
});

/** The person's own accounts; what a newspaper printed is no matter of their consent. */
const accountsOf = ({ read, scope }: AskContext, witnessId: string) =>
  read
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(
      and(
        eq(testimonies.witnessId, witnessId),
        isNull(testimonies.retractedAt),
        ne(testimonies.kind, "published_account"),
        scope.cases(testimonies.caseId, "testimony.read"),
      ),
    );

/** Exports that hold one of these accounts and can still be fetched; and those under way, of which nobody knows yet what they hold. */
async function exportsThatStop({ read, scope, now }: AskContext, caseId: string, told: readonly string[]) {
  if (told.length === 0) return [];
  const holdsOne = or(...told.map((id) => listHolds(caseExports.included, id)));
  // A key to codes goes with its bag, whomever it names.
  const isKeyOfOne = inArray(
    caseExports.ofExportId,
    read
      .select({ id: caseExports.id })
      .from(caseExports)
      .where(and(eq(caseExports.caseId, caseId), holdsOne)),
  );
  return read
    .select({
      id: caseExports.id,
      code: caseExports.code,
      status: caseExports.status,
      recipient: { name: recipients.name, nameAr: recipients.nameAr },
    })
    .from(caseExports)
    .leftJoin(recipients, eq(recipients.id, caseExports.recipientId))
    .where(
      and(
        eq(caseExports.caseId, caseId),
        scope.cases(caseExports.caseId, "export.read"),
        or(
          inArray(caseExports.status, ["queued", "building"]),
          and(eq(caseExports.status, "ready"), gt(caseExports.expiresAt, now), or(holdsOne, isKeyOfOne)),
        ),
      ),
    )
    .orderBy(desc(caseExports.createdAt), desc(caseExports.id))
    .limit(SHOWN_MAX);
}

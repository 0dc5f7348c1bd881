import { and, eq, inArray, isNull } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { referrals, testimonies, witnesses } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { OPEN_FOLLOW_UPS } from "#lib/referrals/words.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findWitness = (ctx: Context, witnessId: string) => findRecord(ctx, witnesses, witnessId);

/**
 * How many accounts a witness has given, drafts included: whoever plans an interview sees whether one was taken already
 * (Eurojust and ICC guidelines for civil society, 2022: avoid interviewing again).
 * @param witness an id, or the id column of a list of witnesses
 */
export const testimoniesGiven = ({ read, scope }: Context, witness: string | AnyPgColumn) =>
  read.$count(
    testimonies,
    and(
      scope.cases(testimonies.caseId, "testimony.read"),
      eq(testimonies.witnessId, witness),
      isNull(testimonies.retractedAt),
    ),
  );

/** How many referrals of a witness still have to be followed up; null for whoever may not know of them. */
export const openReferrals = async (
  { read, scope }: Context,
  { id, caseId }: { readonly id: string; readonly caseId: string },
): Promise<number | null> =>
  scope.roleFor("referral.read", caseId) === null
    ? null
    : read.$count(
        referrals,
        and(
          scope.cases(referrals.caseId, "referral.read"),
          eq(referrals.witnessId, id),
          inArray(referrals.followUp, [...OPEN_FOLLOW_UPS]),
        ),
      );

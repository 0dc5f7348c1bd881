import { and, eq, isNull } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { testimonies, witnesses } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";

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

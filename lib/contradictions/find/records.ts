/** Look-ups inside the caller's scope, and the columns of a resolution. */
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { accounts, contradictions, evidenceLinks, statements, testimonyWriters } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { LoadContext, RunContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { presentAt } from "#lib/corroboration/find/link-parties.ts";
import { keyOfSettled } from "../rules/pair.ts";

type Context = Pick<LoadContext, "read" | "scope">;
export type Contradiction = typeof contradictions.$inferSelect;

/** @throws NotFound when absent or out of scope */
export const findContradiction = (ctx: Context, id: string) => findRecord(ctx, contradictions, id);

/** Contradictions that stand and are the link's. Whoever may see them: what follows from an act follows also there. */
export const standingWithLink = (read: Reader, linkId: string): Promise<Contradiction[]> =>
  read
    .select()
    .from(contradictions)
    .where(and(eq(contradictions.evidenceLinkId, linkId), eq(contradictions.state, "standing")));

/** Columns of a resolution. */
export const resolution = (ctx: Pick<RunContext, "now" | "scope">, one: Contradiction, reason: string) =>
  ({
    state: "resolved",
    resolvedAt: ctx.now,
    resolvedByHumanId: ctx.scope.humanId,
    resolutionReason: reason,
    pairKey: keyOfSettled(one),
    updatedAt: ctx.now,
  }) as const;

/** The live link of a statement to a facet of an allegation, or null. */
export async function liveLink(
  read: Reader,
  {
    statementId,
    allegationId,
    facet,
  }: Pick<typeof evidenceLinks.$inferSelect, "statementId" | "allegationId" | "facet">,
) {
  const [link] = await read
    .select()
    .from(evidenceLinks)
    .where(
      and(
        eq(evidenceLinks.statementId, statementId),
        eq(evidenceLinks.allegationId, allegationId),
        eq(evidenceLinks.facet, facet),
        isNull(evidenceLinks.retractedAt),
      ),
    );
  return link ?? null;
}

/** Whose words or work a contradiction is about: none of them settles it. */
export interface Parties {
  /** Recorded one of the statements, or wrote on a testimony that one was cut from. */
  readonly wrote: readonly string[];
  /** Interviewed or interpreted there. */
  readonly tookPart: readonly string[];
  /** Made the link that it stands on. */
  readonly linked: readonly string[];
}

/** The humans behind some contradictions. */
export async function partiesOf(
  read: Reader,
  one: Pick<Contradiction, "statementId" | "otherStatementId" | "evidenceLinkId">,
): Promise<Parties> {
  const ends = await read
    .select({ testimonyId: statements.testimonyId, humanId: accounts.humanId })
    .from(statements)
    .innerJoin(accounts, eq(accounts.id, statements.createdBy))
    .where(or(eq(statements.id, one.statementId), eq(statements.id, one.otherStatementId)));
  const testimonyIds = ends.flatMap(({ testimonyId }) => testimonyId ?? []);
  const writers = await read
    .selectDistinct({ humanId: testimonyWriters.humanId })
    .from(testimonyWriters)
    .where(inArray(testimonyWriters.testimonyId, testimonyIds));
  const present = await presentAt(read, testimonyIds);
  const links = await read
    .select({ humanId: evidenceLinks.authorHumanId })
    .from(evidenceLinks)
    .where(eq(evidenceLinks.id, one.evidenceLinkId ?? ""));
  return {
    wrote: [...ends, ...writers].map(({ humanId }) => humanId),
    tookPart: [...present.values()].flat().flatMap(({ humanId }) => humanId ?? []),
    linked: links.map(({ humanId }) => humanId),
  };
}

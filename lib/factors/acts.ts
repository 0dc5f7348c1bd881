import { eq } from "drizzle-orm";
import { factors, recoverySeries } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { liveFactors, maybeSeries } from "./find.ts";

const FACTORS_MAX = 10;

/**
 * Takes another factor for one's own account; with the first come recovery codes.
 * @throws Conflict `factor.many`
 */
export async function connectFactor(
  ctx: Pick<RunContext, "read" | "books" | "now" | "scope">,
  factor: Omit<typeof factors.$inferInsert, "accountId" | "createdAt">,
) {
  const { accountId } = ctx.scope;
  if ((await liveFactors(ctx.read, accountId)).length >= FACTORS_MAX) throw new Conflict("factor.many");
  await ctx.books.insert(factors).values({ ...factor, accountId, createdAt: ctx.now });
  if (!(await maybeSeries(ctx.read, accountId))) await beginSeries(ctx, accountId);
}

/** Begins the next series of recovery codes: those of the one before count no more. */
export async function beginSeries(ctx: Pick<RunContext, "read" | "books" | "now">, accountId: string) {
  const before = await maybeSeries(ctx.read, accountId);
  const next = { series: (before?.series ?? 0) + 1, used: [], madeAt: ctx.now };
  if (before) await ctx.books.update(recoverySeries).set(next).where(eq(recoverySeries.accountId, accountId));
  else await ctx.books.insert(recoverySeries).values({ accountId, ...next });
}

import { eq } from "drizzle-orm";
import { recoverySeries } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { maybeSeries } from "./find.ts";

/** Begins the next series of recovery codes: those of the one before count no more. */
export async function beginSeries(ctx: Pick<RunContext, "read" | "books" | "now">, accountId: string) {
  const before = await maybeSeries(ctx.read, accountId);
  const next = { series: (before?.series ?? 0) + 1, used: [], madeAt: ctx.now };
  if (before) await ctx.books.update(recoverySeries).set(next).where(eq(recoverySeries.accountId, accountId));
  else await ctx.books.insert(recoverySeries).values({ accountId, ...next });
}

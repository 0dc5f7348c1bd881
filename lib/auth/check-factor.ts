/** Whether what was typed is the second factor of an account. What is taken once is not taken again. */
import { eq } from "drizzle-orm";
import { factors, recoverySeries } from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { ProvenFactor } from "#lib/core/caller.ts";
import { contextOfFactor } from "#lib/core/rewrap.ts";
import type { System } from "#lib/core/system.ts";
import { liveFactors, maybeSeries } from "#lib/factors/find.ts";
import { isClockCode, placeOfCode, recoveryCodesOf, stepOfCode } from "#lib/factors/rules.ts";
import { latinDigits } from "#lib/factors/vocabulary.ts";
import { DEMO_SECRET } from "#lib/imports/demo/accounts.ts";
import { readEnv } from "#lib/platform/env.ts";

/** Takes a code by the clock or a recovery code. @returns what it proves, or null when it is none of the account's */
export async function takeCode(sys: System, accountId: string, typed: string): Promise<ProvenFactor | null> {
  const code = latinDigits(typed);
  return isClockCode(code)
    ? (await takeClockCode(sys, accountId, code)) && "totp"
    : (await takeRecoveryCode(sys, accountId, code)) && "recovery";
}

function takeClockCode(sys: System, accountId: string, code: string): Promise<true | null> {
  return keepBooks(sys, async (tx) => {
    const now = sys.clock();
    for (const { id, secret, lastStep } of await liveFactors(tx, accountId)) {
      if (secret === null) continue;
      const plain = sys.keys.open(contextOfFactor(id), secret).toString("utf8");
      // The demo's secret is public, and several people try the same account within half a minute.
      const isOfDemo = readEnv().demo && plain === DEMO_SECRET;
      const step = stepOfCode(plain, code, now, isOfDemo ? null : lastStep);
      if (step === null) continue;
      await noteUse(tx, id, Math.max(step, lastStep ?? 0), now);
      return true;
    }
    return null;
  });
}

async function noteUse(tx: Tx, id: string, lastStep: number, usedAt: number): Promise<void> {
  await tx.update(factors).set({ lastStep, usedAt }).where(eq(factors.id, id));
}

function takeRecoveryCode(sys: System, accountId: string, typed: string): Promise<true | null> {
  return keepBooks(sys, async (tx) => {
    const series = await maybeSeries(tx, accountId);
    if (!series) return null;
    const place = placeOfCode(recoveryCodesOf(sys.keys, accountId, series.series), typed);
    if (place === null || series.used.includes(place)) return null;
    const used = [...series.used, place];
    await tx.update(recoverySeries).set({ used }).where(eq(recoverySeries.accountId, accountId));
    return true;
  });
}

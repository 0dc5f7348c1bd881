/** The whole log and every row against it, once a day, whether anybody asks or not. */
import { desc, eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { appendToChain } from "#lib/core/chain.ts";
import { newId } from "#lib/core/ids.ts";
import { type System, system } from "#lib/core/system.ts";
import { noteFault } from "./anchor-faults.ts";
import { notedOutside } from "./elsewhere.ts";
import { readEnds } from "./read-log.ts";
import { verifyLog } from "./verify-log.ts";
import { NIGHTLY_CHECK } from "./vocabulary.ts";

const DAY_MS = 24 * 3_600_000;
/** In UTC; where people work in the evening and not before dawn, nobody waits for it. */
const NIGHT_FROM_HOUR = 1;
const NIGHT_TO_HOUR = 5;

/**
 * Called every hour: checks at night, or when the last check is more than a day ago, whichever process made it. A machine that is
 * switched off every evening is checked in its first hour.
 */
export async function checkTonight(): Promise<void> {
  const sys = await system();
  const now = sys.clock();
  const hour = new Date(now).getUTCHours();
  const isNight = hour >= NIGHT_FROM_HOUR && hour < NIGHT_TO_HOUR;
  const last = await lastCheckAt(sys.store.read);
  // A clock that was set back is no reason to wait until it has caught up.
  const ago = last === null ? Number.POSITIVE_INFINITY : Math.abs(now - last);
  if (ago < (isNight ? DAY_MS / 2 : DAY_MS + 2 * 3_600_000)) return;
  await checkNow(sys);
}

async function lastCheckAt(read: Reader): Promise<number | null> {
  const [row] = await read
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(eq(auditEvents.act, NIGHTLY_CHECK))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return row?.at ?? null;
}

/** Verifies everything, keeps in mind what was found, and leaves it in the log. */
export async function checkNow(sys: System): Promise<void> {
  const { read } = sys.store;
  const { head } = await readEnds(read);
  if (!head) return;
  const { verdict, chain } = await verifyLog(read, sys.keys, await notedOutside(read, sys.dataFolder));
  await noteFault(sys, { kind: "check", place: "nightly", problem: verdict === "holds" ? null : verdict });
  const object = { id: head.log, version: chain.ok ? chain.headSeq : chain.lastGood };
  const said = { act: NIGHTLY_CHECK, decision: "allow", reason: verdict, object } as const;
  const about = { requestId: newId("request"), caseId: null, role: null };
  await sys.store.transact((tx) =>
    appendToChain(tx, sys, { kind: "setup" }, { ...said, ...about }, sys.clock()),
  );
}

/** The whole log and every row against it, once a day, whether anybody asks or not. */
import { type System, system } from "#lib/core/system.ts";
import { noteFault } from "./anchor-faults.ts";
import { notedOutside } from "./elsewhere.ts";
import { readEnds } from "./read-log.ts";
import { verifyLog } from "./verify-log.ts";

const DAY_MS = 24 * 3_600_000;
/** In UTC; where people work in the evening and not before dawn, nobody waits for it. */
const NIGHT_FROM_HOUR = 1;
const NIGHT_TO_HOUR = 5;

let lastAt: number | null = null;

/** Called every hour: checks at night, or when the last check of this process is more than a day ago. */
export async function checkTonight(): Promise<void> {
  const sys = await system();
  const now = sys.clock();
  lastAt ??= now;
  const hour = new Date(now).getUTCHours();
  const isNight = hour >= NIGHT_FROM_HOUR && hour < NIGHT_TO_HOUR;
  if (now - lastAt < (isNight ? DAY_MS / 2 : DAY_MS + 2 * 3_600_000)) return;
  lastAt = now;
  await checkNow(sys);
}

/** Verifies everything, and keeps in mind what was found. */
export async function checkNow(sys: System): Promise<void> {
  const { read } = sys.store;
  const { head } = await readEnds(read);
  if (!head) return;
  const { verdict } = await verifyLog(read, sys.keys, await notedOutside(read, sys.dataFolder));
  await noteFault(sys, { kind: "check", place: "nightly", problem: verdict === "holds" ? null : verdict });
}

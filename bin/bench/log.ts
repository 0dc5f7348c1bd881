/** The log by itself: what an entry costs in a short log and in a long one, and how long the whole takes to verify. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { eq } from "drizzle-orm";
import { migrate } from "#db/migrate.ts";
import { auditEvents, auditHead } from "#db/schema/index.ts";
import { openStore } from "#db/store.ts";
import { checkpointNow } from "#lib/audit/checkpoints.ts";
import { fillTree } from "#lib/audit/fill-tree.ts";
import { proveEntries } from "#lib/audit/prove-entries.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { encodeEvent, leafOf } from "#lib/core/audit-event.ts";
import { appendToChain } from "#lib/core/chain.ts";
import { UNWATCHED } from "#lib/core/clock.ts";
import { newId } from "#lib/core/ids.ts";
import { makeInstallation } from "#lib/core/installation.ts";
import type { System } from "#lib/core/system.ts";
import { readEnv } from "#lib/platform/env.ts";
import type { Figure } from "./report.ts";

const SHORT = 10_000;
const BATCH = 500;
const ROUNDS = 40;
const APPENDED_A_ROUND = 100;
/** An entry in a long log costs at most this many times that in a short one. */
const RATIO_MAX = 1.5;
/** Seconds in which a million entries are verified. */
const VERIFY_SECONDS_MAX = 60;
const MILLION = 1_000_000;

/** @param size entries of the long log */
export async function logFigures(size: number, say: (line: string) => void): Promise<Figure[]> {
  const short = await aLog(SHORT, say);
  const long = await aLog(size, say);
  try {
    const { times, ratio } = await appending(short.sys, long.sys);
    const group = `a log of ${size.toLocaleString("en")} entries`;
    const verifying = await secondsOf(async () => {
      const { verdict } = await verifyLog(long.sys.store.read, long.sys.keys);
      if (verdict !== "holds") throw new Error(`the log does not hold: ${verdict}`);
    });
    const signing = await secondsOf(() => checkpointNow(long.sys));
    const checkpoint = await checkpointNow(long.sys);
    if (!checkpoint) throw new Error("nothing was signed");
    const some = Array.from({ length: 1_000 }, (_, n) => ({ seq: 1 + n * Math.floor(size / 1_000) }));
    const proving = await secondsOf(() => proveEntries(long.sys.store.read, checkpoint, some));
    return [
      { group, name: `one entry at ${SHORT.toLocaleString("en")}`, value: times.short, unit: "ms" },
      { group, name: "one entry at its end", value: times.long, unit: "ms" },
      { group, name: "the one as many times the other", value: ratio, unit: "×", max: RATIO_MAX },
      { group, name: "verified", value: verifying, unit: "s", max: (VERIFY_SECONDS_MAX * size) / MILLION },
      { group, name: "first checkpoint, every entry verified", value: signing, unit: "s" },
      { group, name: "one proof of an entry", value: proving, unit: "ms" },
    ];
  } finally {
    await short.close();
    await long.close();
  }
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

/** Both in turn, so that whatever else the machine does meets both alike; the middle of all rounds. */
async function appending(short: System, long: System) {
  const times = { short: [] as number[], long: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.short.push(await perEntryMs(short));
    times.long.push(await perEntryMs(long));
  }
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
  const found = { short: middle(times.short), long: middle(times.long) };
  return { times: found, ratio: found.long / found.short };
}

async function perEntryMs(sys: System): Promise<number> {
  const entry = { act: "testimony.read", decision: "allow", caseId: null, role: null } as const;
  const start = performance.now();
  for (let n = 0; n < APPENDED_A_ROUND; n++)
    await sys.store.transact((tx) =>
      appendToChain(tx, sys, { kind: "setup" }, { ...entry, requestId: newId("request") }, sys.clock()),
    );
  return (performance.now() - start) / APPENDED_A_ROUND;
}

/** A log of a size in a database of its own, under the cipher. */
async function aLog(size: number, say: (line: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "attest-bench-log-"));
  const env = readEnv({ ATTEST_DATA: folder });
  const { keys, fileKey } = await makeInstallation(env);
  await migrate(env.databaseUrl, fileKey);
  const store = await openStore(env.databaseUrl, fileKey);
  const sys = { store, keys, clock: () => Date.now(), clockWatch: UNWATCHED, dataFolder: folder };
  await perEntryMs(sys);
  for (let made = APPENDED_A_ROUND; made < size; made += BATCH) await readings(sys, BATCH);
  await fillTree(sys, say);
  return {
    sys,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Entries of reading, written many at once with the chain's own functions. */
async function readings({ store }: System, count: number): Promise<void> {
  await store.transact(async (tx) => {
    const [head] = await tx.select().from(auditHead);
    if (!head) throw new Error("no log");
    for (let n = 1; n <= count; n++) {
      const [seq, at] = [head.seq + n, head.at];
      const said = {
        act: "testimony.read",
        actor: `p_${String(seq % 40).padStart(22, "0")}`,
        req: newId("request"),
      };
      const ts = new Date(at).toISOString();
      const event = {
        v: 1,
        log: head.log,
        seq,
        prev: head.leaf,
        ts,
        dec: "allow",
        obj: newId("testimony"),
        ...said,
      } as const;
      const body = encodeEvent(event);
      head.leaf = leafOf(body);
      const { act, actor, obj: objectId, dec: decision, req: requestId } = event;
      await tx.insertRow(auditEvents, {
        seq,
        leaf: head.leaf,
        body,
        caseId: null,
        act,
        actor,
        objectId,
        decision,
        requestId,
        at,
      });
    }
    await tx
      .update(auditHead)
      .set({ seq: head.seq + count, leaf: head.leaf })
      .where(eq(auditHead.id, 1));
  });
}

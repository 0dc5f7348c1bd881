/** A long log must stay quick to ask and possible to verify: a million entries in the long lane, a few here. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents, auditHead } from "#db/schema/index.ts";
import { encodeEvent, leafOf } from "#lib/core/audit-event.ts";
import { newId } from "#lib/core/ids.ts";
import { system } from "#lib/core/system.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { checkpointNow } from "./checkpoints.ts";
import { fillTree } from "./fill-tree.ts";
import { listEvents } from "./queries/list-events.ts";
import { readHistory } from "./queries/read-history.ts";
import { summariseLog } from "./queries/summarise-log.ts";
import { takeExcerpt } from "./queries/take-excerpt.ts";
import { verifyLog } from "./verify-log.ts";

const ENTRIES = process.env["ATTEST_LONG"] === "1" ? 1_000_000 : 20_000;
const BATCH = 500;
/** An entry a minute: a million of them are two years. */
const APART_MS = 60_000;
const VERIFY_MS_MAX = 60_000;
const ASK_MS_MAX = 300;
const page = { size: 50 };

let world: World;
let place: { id: string };
let start: number;

beforeAll(async () => {
  world = await aWorld();
  place = await aPlace(world);
  start = world.now();
  for (let made = 0; made < ENTRIES; made += BATCH) await readings(BATCH);
  await fillTree(await system(), () => undefined);
  world.pass(ENTRIES * APART_MS);
}, 30 * 60_000);
afterAll(() => world.close());

/** Entries of reading, as many people leave them over the years: written at once, with the chain's own functions. */
async function readings(count: number): Promise<void> {
  await world.fresh.store.transact(async (tx) => {
    const [head] = await tx.select().from(auditHead);
    if (!head) throw new Error("no log");
    const rows = [];
    for (let n = 1; n <= count; n++) {
      const seq = head.seq + n;
      const usual = ["testimony.read", "witness.read", "finding.read"][seq % 3] ?? "";
      const act = seq % 50_000 === 0 ? "witness.retract" : usual;
      const decision = seq % 97 === 0 ? ("deny" as const) : ("allow" as const);
      const actor = `p_${String(seq % 40).padStart(22, "0")}`;
      const [at, requestId, objectId] = [head.at + n * APART_MS, newId("request"), newId("testimony")];
      const said = {
        act,
        actor,
        dec: decision,
        req: requestId,
        obj: objectId,
        obj_v: 1,
        case: world.caseId,
        auth: "password",
      };
      const body = encodeEvent({
        v: 1,
        log: head.log,
        seq,
        prev: head.leaf,
        ts: new Date(at).toISOString(),
        ...said,
      });
      head.leaf = leafOf(body);
      rows.push({
        seq,
        leaf: head.leaf,
        body,
        caseId: world.caseId,
        act,
        actor,
        objectId,
        decision,
        requestId,
        at,
      });
    }
    await tx.insert(auditEvents).values(rows);
    const last = rows.at(-1);
    if (last)
      await tx
        .update(auditHead)
        .set({ seq: last.seq, leaf: last.leaf, at: last.at })
        .where(eq(auditHead.id, 1));
  });
}

/** Time that this process works, so that others on the machine do not count; the database works in this process too. */
async function workedMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The middle of five. */
async function usualMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 5; n++) times.push(await workedMs(work));
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
}

describe(`a log of ${ENTRIES} entries`, () => {
  it("is verified in a minute, the rows with it", { timeout: 10 * 60_000 }, async () => {
    const ms = await workedMs(async () => {
      const { verdict, chain } = await verifyLog(world.fresh.store.read, keysFrom(Buffer.alloc(32, 7)));
      expect(verdict).toBe("holds");
      expect(chain.ok && chain.count).toBeGreaterThan(ENTRIES);
    });
    expect(ms).toBeLessThan(VERIFY_MS_MAX);
  });

  // The window is in entries after the first.
  it.each<[string, Record<string, string>, { from: number; to: number }?]>([
    ["without a filter", {}],
    ["of a common act", { act: "witness.read" }],
    ["of a rare act", { act: "witness.retract" }],
    ["of an act that nobody did", { act: "witness.unheard" }],
    ["of refusals", { decision: "deny" }],
    ["of what was allowed", { decision: "allow" }],
    ["of one person", { actor: `p_${"7".padStart(22, "0")}` }],
    ["of a window of time", {}, { from: 100, to: 1_100 }],
    ["of a rare act within a window of time", { act: "witness.retract" }, { from: 0, to: 9_000 }],
  ])("answers the auditor quickly: %s", { timeout: 60_000 }, async (_, filter, window) => {
    const since = window ? { from: start + window.from * APART_MS, to: start + window.to * APART_MS } : {};
    const ask = () => world.ask("auditor", listEvents, { ...filter, ...since, page });
    expect(await usualMs(ask)).toBeLessThan(ASK_MS_MAX);
  });

  it("answers the auditor quickly about one case, and a member about one record", async () => {
    const ofCase = () => world.ask("auditor", listEvents, { caseId: world.caseId, page });
    const ofRecord = () => world.ask("reviewer", readHistory, { recordId: place.id, page });
    expect(await usualMs(ofCase)).toBeLessThan(ASK_MS_MAX);
    expect(await usualMs(ofRecord)).toBeLessThan(ASK_MS_MAX);
  });

  it("hands out no more at once than an excerpt may hold, and says so; less of it is whole", async () => {
    await checkpointNow(await system());
    const all = world.ask("auditor", takeExcerpt, {});
    expect(await soundOf(all)).toBe("Conflict audit.excerpt_too_large");
    const [from, to] = [start + 1_000 * APART_MS, start + 1_100 * APART_MS];
    const { lines } = await world.ask("auditor", takeExcerpt, { from, to });
    expect(lines).toHaveLength(100);
  });

  it("is summed up quickly", async () => {
    expect(await usualMs(() => world.ask("auditor", summariseLog, {}))).toBeLessThan(ASK_MS_MAX);
  });
});

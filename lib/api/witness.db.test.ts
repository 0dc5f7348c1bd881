/** The doors of the witness, over the Fetch standard as a log comes to them. */
import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { auditEvents, logSecrets, witnessedLogs } from "#db/schema/index.ts";
import { readCheckpoint, signCheckpoint } from "#lib/audit/checkpoint.ts";
import { merkleTree } from "#lib/audit/merkle.ts";
import { cosignedAt, readKey, readNote, signedBy, verifierKeyOf, writeKey } from "#lib/audit/note.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { addCheckpointDoor, lastCheckpointDoor, witnessKeyDoor } from "./witness.ts";

const ORIGIN = "attest/lg_other";
const SEED = Buffer.alloc(32, 2);
const OTHER = Buffer.alloc(32, 3);
const LOG_KEY = verifierKeyOf(ORIGIN, SEED);
const NAME = "witness.example.org";
const TURNS_MAX = 60;

let world: World;
beforeEach(async () => {
  world = await aWorld({ empty: true });
  vi.stubEnv("ATTEST_WITNESS_NAME", NAME);
  vi.stubEnv("ATTEST_WITNESSED_LOGS", `${ORIGIN} ${writeKey(LOG_KEY)}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

const leaves = ["1", "2", "3"].map((text) => createHash("sha256").update(text).digest("hex"));
const base64 = (hex: string) => Buffer.from(hex, "hex").toString("base64");
function noteAt(size: number, { seed = SEED, origin = ORIGIN, root = rootAt(size) } = {}): string {
  return signCheckpoint({ origin, size, root }, seed);
}
function rootAt(size: number): string {
  const tree = merkleTree();
  for (const leaf of leaves.slice(0, size)) tree.add(leaf);
  return tree.root();
}
/** From two leaves to three, the proof is the third. */
const GROWN = [leaves[2] ?? ""];

const sent = (body: string) =>
  addCheckpointDoor(
    new Request("http://localhost:3000/api/witness/add-checkpoint", { method: "POST", body }),
  );
async function asked(old: number, proof: string[], note: string) {
  const answer = await sent(`old ${old}\n${proof.map((one) => `${base64(one)}\n`).join("")}\n${note}`);
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
}
const keyOfWitness = async () => {
  const key = readKey(await (await witnessKeyDoor()).text());
  if (!key) throw new Error("no key");
  return key;
};
const seen = () => world.fresh.store.read.select().from(witnessedLogs);
const hashOf = (origin: string) => createHash("sha256").update(origin).digest("hex");

it("countersigns a log that goes on, under the key that it names, and keeps up to where before it answers", async () => {
  const key = await keyOfWitness();
  expect(key.name).toBe(NAME);
  const first = await asked(0, [], noteAt(2));
  expect(first.status).toBe(200);
  const grown = await asked(2, GROWN, noteAt(3));
  expect(grown.status).toBe(200);
  for (const [note, { text }] of [
    [noteAt(2), first],
    [noteAt(3), grown],
  ] as const) {
    const both = readNote(note + text);
    if (!both) throw new Error("no note");
    expect(signedBy(both, LOG_KEY)).toBe("holds");
    expect(cosignedAt(both, key)).toBe(Math.floor(world.now() / 1_000));
  }
  expect(await seen()).toMatchObject([{ origin: ORIGIN, size: 3, root: rootAt(3) }]);
});

it("says what it last countersigned, with the log's signature and its own alone", async () => {
  expect((await lastCheckpointDoor(hashOf(ORIGIN))).status).toBe(404);
  const strange = `${noteAt(2)}\u2014 somebody.example ${Buffer.alloc(68, 7).toString("base64")}\n`;
  expect((await asked(0, [], strange)).status).toBe(200);
  const last = readCheckpoint(await (await lastCheckpointDoor(hashOf(ORIGIN))).text());
  if (!last) throw new Error("no checkpoint");
  expect(last).toMatchObject({ origin: ORIGIN, size: 2 });
  expect(last.note.signatures.map(({ name }) => name)).toEqual([ORIGIN, NAME]);
  expect(cosignedAt(last.note, await keyOfWitness())).not.toBeNull();
  expect((await lastCheckpointDoor(hashOf("attest/lg_third"))).status).toBe(404);
});

it("refuses by the statuses of the specification, and keeps nothing of what it refused", async () => {
  await asked(0, [], noteAt(2));
  const before = await seen();
  expect((await sent("hello")).status).toBe(400);
  expect((await asked(4, [], noteAt(3))).status).toBe(400);
  expect((await asked(0, [], noteAt(2, { seed: OTHER }))).status).toBe(403);
  expect((await asked(0, [], noteAt(2, { origin: "attest/lg_third" }))).status).toBe(404);
  expect(await asked(0, [], noteAt(3))).toEqual({ status: 409, type: "text/x.tlog.size", text: "2\n" });
  expect((await asked(2, [], noteAt(3))).status).toBe(422);
  expect((await asked(2, [], noteAt(2, { root: rootAt(3) }))).status).toBe(422);
  expect((await sent("x".repeat(70_000))).status).toBe(413);
  expect(await seen()).toEqual(before);
});

it("lets of two that fork the log at once only one go on", async () => {
  await asked(0, [], noteAt(2));
  const fork = createHash("sha256").update("fork").digest("hex");
  const tree = merkleTree();
  for (const leaf of [...leaves.slice(0, 2), fork]) tree.add(leaf);
  const answers = await Promise.all([
    asked(2, GROWN, noteAt(3)),
    asked(2, [fork], noteAt(3, { root: tree.root() })),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

it("does not let what anybody can send again stand in the way of the log itself", async () => {
  await asked(0, [], noteAt(2));
  for (let n = 0; n < TURNS_MAX; n++) expect((await asked(2, [], noteAt(2))).status).toBe(200);
  expect((await asked(2, [], noteAt(2))).status).toBe(429);
  expect((await asked(2, GROWN, noteAt(3))).status).toBe(200);
});

it("is not there where no name is set, and without a log knows none", async () => {
  vi.stubEnv("ATTEST_WITNESSED_LOGS", "");
  expect((await asked(0, [], noteAt(2))).status).toBe(404);
  vi.stubEnv("ATTEST_WITNESS_NAME", "");
  expect((await asked(0, [], noteAt(2))).status).toBe(404);
  expect((await witnessKeyDoor()).status).toBe(404);
});

it("has one key, sealed, and writes no entry of its own log for what others ask", async () => {
  const entries = await world.fresh.store.read.$count(auditEvents);
  const keys = await Promise.all([keyOfWitness(), keyOfWitness(), keyOfWitness()]);
  expect(new Set(keys.map(writeKey)).size).toBe(1);
  await asked(0, [], noteAt(2));
  const secrets = await world.fresh.store.read.select().from(logSecrets);
  expect(secrets.map(({ id }) => id)).toContain("witness");
  expect(await world.fresh.store.read.$count(auditEvents)).toBe(entries);
});

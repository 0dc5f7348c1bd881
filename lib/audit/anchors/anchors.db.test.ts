/** Places outside, on this machine: a time authority by OpenSSL, this program's own witness, and witnesses that go wrong. */
import { dialect } from "#db/columns.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { anchorFaults, auditAnchors, auditCheckpoints, witnessedLogs } from "#db/schema/index.ts";
import { addCheckpointDoor } from "#lib/api/witness.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { system } from "#lib/core/system.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { readCheckpoint, type SignedCheckpoint, signCheckpoint } from "../checkpoint.ts";
import { checkpointNow } from "../checkpoints.ts";
import { keysOfLog } from "../log-keys.ts";
import { cosignatureOver, cosignedAt, COSIGNS, readNote, verifierKeyOf, writeKey } from "../note.ts";
import {
  answerOf,
  makeCertificate,
  opensslAccepts,
  type Pair,
  type Reply,
  serveReplies,
} from "../testing/time-authority.ts";
import { consistencyProof } from "../tree.ts";
import { verifyLog } from "../verify-log.ts";
import { witnessKey } from "../witness.ts";
import { anchorCheckpoint } from "./anchor-checkpoint.ts";
import { keepAnchors } from "./keep-anchors.ts";
import { askWitness } from "./witness.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-anchors-"));
const NAME = "witness.example.org";
const SEED = Buffer.alloc(32, 4);
const OTHER = Buffer.alloc(32, 5);
const HOUR_MS = 3_600_000;
let ca: Pair;
let signer: Pair;
let world: World;
let servers: { close: () => Promise<void> }[];

beforeAll(() => {
  ca = makeCertificate(folder, "ca", "ca");
  signer = makeCertificate(folder, "signer", "good", { by: ca });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  world = await aWorld();
  // The authority's clock is that of this machine; the test's own stands still, an hour of the day or two later.
  world.pass(Date.now() - world.now());
  servers = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.map((one) => one.close()));
  await world.close();
});

async function served(reply: (path: string, body: Buffer) => Reply | Promise<Reply>): Promise<string> {
  const server = await serveReplies(reply);
  servers.push(server);
  return server.url;
}
async function withAuthority(): Promise<string> {
  const url = await served((_, body) => ({
    type: "application/timestamp-reply",
    body: answerOf(folder, signer, body),
  }));
  vi.stubEnv("ATTEST_TIMESTAMP_URL", url);
  vi.stubEnv("ATTEST_TIMESTAMP_CA", ca.certificate);
  return url;
}
/** This program as the witness of its own log. */
async function withOurWitness(): Promise<string> {
  const sys = await system();
  const { origin } = await signed();
  const [key] = await keysOfLog(sys.store.read, origin.split("/")[1] ?? "");
  vi.stubEnv("ATTEST_WITNESS_NAME", NAME);
  vi.stubEnv("ATTEST_WITNESSED_LOGS", `${origin} ${key?.vkey}`);
  const url = await served(async (path, body) => {
    const answer = await addCheckpointDoor(
      new Request(`http://localhost:3000${path}`, { method: "POST", body: Uint8Array.from(body) }),
    );
    return {
      status: answer.status,
      type: answer.headers.get("content-type") ?? "",
      body: await answer.text(),
    };
  });
  vi.stubEnv("ATTEST_WITNESSES", `${url}/api/witness/ ${writeKey(await witnessKey(sys, NAME))}`);
  return `${url}/api/witness/`;
}
/** A witness that answers as it is told. */
async function withWitness(reply: (path: string, body: Buffer) => Reply): Promise<string> {
  const url = await served(reply);
  vi.stubEnv("ATTEST_WITNESSES", `${url} ${writeKey(verifierKeyOf(NAME, SEED, COSIGNS))}`);
  return url;
}

const signed = async (): Promise<SignedCheckpoint> => {
  const checkpoint = await checkpointNow(await system());
  if (!checkpoint) throw new Error("nothing to sign");
  return checkpoint;
};
const grow = () => aPlace(world);
const anchor = async (checkpoint?: SignedCheckpoint) =>
  anchorCheckpoint(await system(), checkpoint ?? (await signed()));
const kept = () => world.fresh.store.read.select().from(auditAnchors).orderBy(auditAnchors.size);
const faults = async () =>
  (await world.fresh.store.read.select().from(anchorFaults)).map(({ kind, problem }) => `${kind} ${problem}`);

/** What a good witness says of what it was sent. */
function countersignature(body: Buffer, seed = SEED, name = NAME): string {
  const text = body.toString("utf8");
  const checkpoint = readCheckpoint(text.slice(text.indexOf("\n\n") + 2));
  if (!checkpoint) throw new Error("no checkpoint was sent");
  return cosignatureOver(checkpoint.note.text, name, seed, Math.floor(world.now() / 1_000));
}

// What is asked of places outside is the same whatever the database is.
describe.runIf(dialect === "sqlite")("a checkpoint", () => {
  it("is stamped by a time authority, and what is kept is what OpenSSL accepts", async () => {
    const place = await withAuthority();
    const checkpoint = await signed();
    await anchor(checkpoint);
    const [row, ...more] = await kept();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ kind: "timestamp", place, size: checkpoint.size, root: checkpoint.root });
    const evidence = Buffer.from(row?.evidence ?? "", "base64");
    expect(opensslAccepts(folder, evidence, Buffer.from(checkpoint.raw), ca)).toBe(true);
    expect(await faults()).toEqual([]);
  });

  it("is stamped once an hour, and at once where the last was never stamped", async () => {
    await withAuthority();
    await anchor();
    await grow();
    await anchor();
    expect(await kept()).toHaveLength(1);
    world.pass(HOUR_MS + 60_000);
    await anchor();
    expect(await kept()).toHaveLength(2);
  });

  it("is an anchor although two clocks differ, which is said", async () => {
    await withAuthority();
    world.pass(HOUR_MS);
    await anchor();
    expect(await kept()).toHaveLength(1);
    expect(await faults()).toEqual(["timestamp clock"]);
    // It is said while it lasts. It is no proof against the log for ever: which of the two clocks goes wrong nobody knows.
    await grow();
    const { store, keys } = await system();
    expect((await verifyLog(store.read, keys)).verdict).toBe("holds");
  });

  it("is countersigned by a witness of this program, and again as the log grows", async () => {
    const place = await withOurWitness();
    const first = await signed();
    await anchor(first);
    await grow();
    const second = await signed();
    await anchor(second);
    await anchor(second);
    const rows = await kept();
    expect(rows.map(({ size }) => size)).toEqual([first.size, second.size]);
    const key = await witnessKey(await system(), NAME);
    for (const row of rows) {
      expect(row).toMatchObject({ kind: "witness", place });
      expect(cosignedAt(readNote(row.evidence ?? "")!, key)).toBe(Math.floor(world.now() / 1_000));
    }
    expect(await faults()).toEqual([]);
  });

  it("is countersigned where the witness has seen more than is remembered here", async () => {
    await withOurWitness();
    await anchor();
    await grow();
    const between = await signed();
    const url = await withOurWitness();
    // Asked past this program's books: as after a backup was put back.
    const { read } = (await system()).store;
    const vkey = writeKey(await witnessKey(await system(), NAME));
    const proof = (size: number) => consistencyProof(read, size, between.size);
    expect(await askWitness({ url, vkey }, between, 0, proof)).toMatchObject({
      at: expect.any(Number) as number,
    });
  });

  it("that goes back is refused by the witness, and so is one of a log written anew", async () => {
    await withOurWitness();
    const before = await signed();
    await grow();
    const after = await signed();
    await anchor(after);
    const { read } = (await system()).store;
    const vkey = writeKey(await witnessKey(await system(), NAME));
    const [{ place } = { place: "" }] = await kept();
    const ask = (checkpoint: SignedCheckpoint, believed: number) =>
      askWitness({ url: place, vkey }, checkpoint, believed, (size) =>
        consistencyProof(read, size, checkpoint.size),
      );
    await expect(ask(before, before.size)).rejects.toMatchObject({ why: "old_size" });
    await keepBooks(await system(), (books) =>
      books.update(witnessedLogs).set({ size: before.size, root: "00".repeat(32) }),
    );
    await expect(ask(after, before.size)).rejects.toMatchObject({ why: "proof" });
    await expect(ask(forged(after), 0)).rejects.toMatchObject({ why: "refused_key" });
    await expect(ask(forged({ ...after, origin: "attest/lg_third" }), 0)).rejects.toMatchObject({
      why: "unknown_log",
    });
  });

  it("that the key of the log did not sign is laid nowhere", async () => {
    await withAuthority();
    const { origin, size } = await signed();
    await keepAnchors();
    expect(await kept()).toHaveLength(1);
    world.pass(2 * HOUR_MS);
    const { root, raw } = forged({ origin, size: size + 1, root: "11".repeat(32) });
    await keepBooks(await system(), (books) =>
      books.insert(auditCheckpoints).values({ origin, size: size + 1, root, note: raw, at: world.now() }),
    );
    await keepAnchors();
    expect(await kept()).toHaveLength(1);
  });

  it("lies at the others where one place is away, and there too when it is back", async () => {
    await withAuthority();
    const isUp = { now: false };
    await withWitness((_, body) => (isUp.now ? { body: countersignature(body) } : { status: 503, body: "" }));
    await anchor();
    expect((await kept()).map(({ kind }) => kind)).toEqual(["timestamp"]);
    expect(await faults()).toEqual(["witness status"]);
    isUp.now = true;
    await keepAnchors();
    expect((await kept()).map(({ kind }) => kind).toSorted()).toEqual(["timestamp", "witness"]);
    expect(await faults()).toEqual([]);
  });
});

function forged({
  origin,
  size,
  root,
}: Pick<SignedCheckpoint, "origin" | "size" | "root">): SignedCheckpoint {
  const checkpoint = readCheckpoint(signCheckpoint({ origin, size, root }, OTHER));
  if (!checkpoint) throw new Error("not read");
  return checkpoint;
}

describe.runIf(dialect === "sqlite")(
  "a witness that goes wrong is a fault, and nothing of it is kept:",
  () => {
    it.each<[string, (body: Buffer) => Reply, string]>([
      ["a page", () => ({ type: "text/html", body: "<html>\n" }), "unreadable"],
      ["nothing in it", () => ({ body: "" }), "unreadable"],
      ["no text", () => ({ body: Buffer.from([0xff, 0xfe, 0x0a]) }), "unreadable"],
      ["another key", (body) => ({ body: countersignature(body, OTHER) }), "not_countersigned"],
      [
        "another name",
        (body) => ({ body: countersignature(body, SEED, "other.example") }),
        "not_countersigned",
      ],
      ["another log", () => ({ body: cosignatureOver("x\n", NAME, SEED, 1) }), "signature"],
      ["no time", (body) => ({ body: timeless(body) }), "signature"],
      ["too much", () => ({ body: Buffer.alloc(70_000) }), "too_large"],
      ["another place", () => ({ status: 307, to: "http://127.0.0.1:1/", body: "" }), "redirect"],
      ["an error", () => ({ status: 500, body: "" }), "status"],
      ["a bad request", () => ({ status: 400, body: "" }), "status"],
      ["no such log", () => ({ status: 404, body: "" }), "unknown_log"],
      ["no such key", () => ({ status: 403, body: "" }), "refused_key"],
      ["a longer log", () => ({ status: 409, type: "text/x.tlog.size", body: "99999999\n" }), "old_size"],
      [
        "a size that is none",
        () => ({ status: 409, type: "text/x.tlog.size", body: "many\n" }),
        "unreadable",
      ],
      [
        "the same answer for ever",
        () => ({ status: 409, type: "text/x.tlog.size", body: "1\n" }),
        "unreadable",
      ],
      ["another past", () => ({ status: 422, body: "" }), "proof"],
    ])("%s", async (_, reply, problem) => {
      let times = 0;
      await withWitness((__, body) => {
        times += 1;
        return reply(body);
      });
      await anchor();
      expect(await faults()).toEqual([`witness ${problem}`]);
      expect(await kept()).toEqual([]);
      expect(times).toBeLessThanOrEqual(2);
    });

    it("lines by others beside its own are passed over", async () => {
      await withWitness((_, body) => ({
        body: countersignature(body, OTHER, "other.example") + countersignature(body),
      }));
      await anchor();
      const [row] = await kept();
      expect(readNote(row?.evidence ?? "")?.signatures.map(({ name }) => name)).toEqual([
        expect.stringMatching(/^attest\//) as string,
        NAME,
      ]);
    });

    it("a file of certificates that is not there", async () => {
      await withAuthority();
      vi.stubEnv("ATTEST_TIMESTAMP_CA", join(folder, "gone.pem"));
      await anchor();
      expect(await faults()).toEqual(["timestamp ca_unreadable"]);
    });
  },
);

function timeless(body: Buffer): string {
  const text = body.toString("utf8");
  const checkpoint = readCheckpoint(text.slice(text.indexOf("\n\n") + 2));
  return cosignatureOver(checkpoint?.note.text ?? "", NAME, SEED, 0);
}

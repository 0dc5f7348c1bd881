/**
 * Attacks by somebody who owns the database and mends all there is in it. What was noted elsewhere gives them away, and what
 * was not noted yet does not: that limit is tested too.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSignedByOneOf, readCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { verifierKeyOf } from "./note.ts";
import { isConsistent } from "./proofs.ts";
import { lastFitting } from "./testing/attack.ts";
import {
  cutTo,
  type Forged,
  forgedReason,
  otherwiseAfter,
  resigned,
  timesSet,
  writtenAnew,
} from "./testing/forging.ts";
import { afterwards, aGround, checked, type Ground, rootOf, seedsFor } from "./testing/ground.ts";
import { dice, type Dice } from "./testing/dice.ts";
import { consistencyProof } from "./tree.ts";
import type { Noted } from "./vocabulary.ts";

const SEEDS = seedsFor(process.env["ATTEST_LONG"]);
const LONG_MS = 30 * 60_000;
let ground: Ground;
let end: number;
beforeAll(async () => {
  ground = await aGround();
  end = ground.entries.length;
});
afterAll(() => ground.world.close());

/** Tries an attack at as many places as there are seeds. */
const tried = (what: string, attempt: (dice: Dice) => Promise<void>) =>
  it(what, { timeout: LONG_MS }, async () => {
    expect.hasAssertions();
    for (let seed = 1; seed <= SEEDS; seed++) {
      try {
        await attempt(dice(seed));
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });

const after = async (forged: Forged, noted: readonly Noted[] = []) =>
  (await afterwards(ground, forged.statements, noted)).chain;
const anew = (from: number) => writtenAnew(ground, from, forgedReason(from));
/** The log written anew from an entry on, and signed by whoever stole the key. */
const stolen = (from: number) => resigned(ground, anew(from), from);

describe("a log written anew from an entry on, hashes, end and tree mended", () => {
  tried("is found out by the checkpoints on record, as a range with that entry in it", async (dice) => {
    const last = ground.checkpoints.at(-1)!.size;
    const from = dice.between(1, last);
    const lastBad = ground.checkpoints.find(({ size }) => size >= from)!.size;
    const firstBad = lastFitting(ground.checkpoints, from) + 1;
    expect(firstBad <= from && from <= lastBad).toBe(true);
    expect(await after(anew(from))).toMatchObject({ ok: false, why: "noted_root", firstBad, lastBad });
  });

  tried(
    "holds where no checkpoint was signed since, and is found out by what was noted elsewhere",
    async (dice) => {
      const last = ground.checkpoints.at(-1)!.size;
      const from = dice.between(last + 1, end);
      expect(await after(anew(from))).toMatchObject({ ok: true, count: end });
      // What is on record might be a thief's: only what was noted elsewhere narrows the range down.
      const before = ground.noted(dice.between(1, from - 1));
      const found = { ok: false, why: "noted_root", lastBad: end };
      expect(await after(anew(from), [ground.noted(end)])).toMatchObject({ ...found, firstBad: 1 });
      expect(await after(anew(from), [before, ground.noted(end)])).toMatchObject({
        ...found,
        firstBad: before.size + 1,
      });
    },
  );
});

describe("a log written anew and signed anew with a stolen key", () => {
  tried("holds in itself, and is found out by an anchor, as a range with that entry in it", async (dice) => {
    const from = dice.between(1, end);
    const forged = stolen(from);
    expect(await after(forged)).toMatchObject({ ok: true, count: end, root: rootOf(forged.entries) });
    const anchor = ground.noted(dice.between(from, end));
    const found = { ok: false, why: "noted_root", lastBad: anchor.size };
    // What the thief signed fits, and yet does not narrow the range down past the entry.
    expect(await after(forged, [anchor])).toMatchObject({ ...found, firstBad: 1 });
    if (from === 1) return;
    const before = ground.noted(dice.between(1, from - 1));
    expect(await after(forged, [before, anchor])).toMatchObject({ ...found, firstBad: before.size + 1 });
  });

  tried(
    "stays unseen where the last anchor is from before it: the window is the time since then",
    async (dice) => {
      const from = dice.between(2, end);
      const anchor = ground.noted(dice.between(1, from - 1));
      expect(await after(stolen(from), [anchor])).toMatchObject({ ok: true, count: end });
    },
  );
});

describe("a tail cut off, all else mended", () => {
  tried("holds in itself, and is found out by an anchor of more than is left", async (dice) => {
    const size = dice.between(1, end - 1);
    const forged = cutTo(ground, size);
    expect(await after(forged)).toMatchObject({ ok: true, count: size });
    const anchor = ground.noted(dice.between(size + 1, end));
    expect(await after(forged, [anchor])).toMatchObject({ ok: false, why: "missing", firstBad: size + 1 });
    expect(await after(forged, [ground.noted(dice.between(1, size))])).toMatchObject({ ok: true });
  });
});

describe("an old backup that was put back and worked on", () => {
  tried(
    "holds in itself, and is found out by an anchor, whether the log has grown past that or not",
    async (dice) => {
      const size = dice.between(1, end - 1);
      const more = dice.between(3, 12);
      const forged = otherwiseAfter(ground, size, more);
      expect(await after(forged)).toMatchObject({ ok: true, count: size + more });
      const reached = ground.noted(dice.between(size + 1, Math.min(size + more, end)));
      const before = ground.noted(dice.between(1, size));
      expect(await after(forged, [before, reached])).toMatchObject({
        ok: false,
        why: "noted_root",
        firstBad: before.size + 1,
        lastBad: reached.size,
      });
      if (size + more >= end) return;
      const further = ground.noted(dice.between(size + more + 1, end));
      expect(await after(forged, [further])).toMatchObject({
        ok: false,
        why: "missing",
        firstBad: size + more + 1,
      });
    },
  );
});

describe("two histories shown to two people", () => {
  tried(
    "are both signed, and no proof makes one the beginning of the other; each is that of itself",
    async (dice) => {
      const from = dice.between(1, end);
      const forged = stolen(from);
      const first = dice.between(from, end);
      const second = dice.from([first, dice.between(first, end)]);
      const told = (entries: readonly { leaf: string }[], size: number) => {
        const note = { origin: ground.origin, size, root: rootOf(entries.slice(0, size)) };
        const signed = readCheckpoint(signCheckpoint(note, ground.seed))!;
        expect(isSignedByOneOf(signed, [verifierKeyOf(ground.origin, ground.seed)])).toBe(true);
        return signed;
      };
      const [true1, true2] = [told(ground.entries, first), told(ground.entries, second)];
      const [other1, other2] = [told(forged.entries, first), told(forged.entries, second)];
      const ofTrue = await consistencyProof(ground.world.fresh.store.read, first, second);
      const ofOther = await ground.world.fresh.givenUp(forged.statements, (read) =>
        consistencyProof(read, first, second),
      );
      expect(isConsistent(true1, true2, ofTrue)).toBe(true);
      expect(isConsistent(other1, other2, ofOther)).toBe(true);
      for (const proof of [ofTrue, ofOther]) {
        expect(isConsistent(true1, other2, proof)).toBe(false);
        expect(isConsistent(other1, true2, proof)).toBe(false);
      }
    },
  );
});

describe("times that do not fit the time at which a witness saw the log", () => {
  const HOUR_MS = 3_600_000;
  /** Sizes of the log after which nothing was entered for a round: there a witness comes by. */
  const quiet = () =>
    ground.entries
      .slice(0, -1)
      .flatMap(({ seq, at }) => (ground.entries[seq]!.at - at > HOUR_MS ? [seq] : []));
  /** Puts on record that a witness saw the true log at a size, within the last minute before the next entry. */
  const witnessed = (dice: Dice, { entries }: Pick<Forged, "entries">, size: number) => {
    const at = ground.entries[size]!.at - dice.between(1, 60) * 1_000;
    const root = rootOf(entries.slice(0, size));
    const row = `insert into audit_anchors (id, kind, place, origin, size, root, evidence, at)
      values ('an_witness', 'witness', 'witness.example', '${ground.origin}', ${size}, '${root}', null, ${at})`;
    return { at, row };
  };

  tried(
    "are found out where an entry that the witness did not see is dated back behind that",
    async (dice) => {
      const size = dice.from(quiet());
      const { at, row } = witnessed(dice, ground, size);
      expect(await after({ entries: ground.entries, statements: [row] })).toMatchObject({ ok: true });
      const back = at - dice.between(HOUR_MS, HOUR_MS + 50 * 60_000);
      const forged = resigned(ground, timesSet(ground, size + 1, size + 1, back), size + 1);
      const statements = [...forged.statements, row];
      expect(await after(forged)).toMatchObject({ ok: true });
      expect(await after({ ...forged, statements })).toMatchObject({
        ok: false,
        why: "anchor_time",
        firstBad: size + 1,
      });
    },
  );

  tried("are found out where an entry that the witness saw is dated after that", async (dice) => {
    const size = dice.from(quiet());
    const from = dice.between(1, size);
    // The thief gives the witness what was signed anew.
    const forged = resigned(ground, timesSet(ground, from, size, ground.entries[size]!.at + 6_000), from);
    const { row } = witnessed(dice, forged, size);
    expect(await after(forged)).toMatchObject({ ok: true });
    expect(await after({ ...forged, statements: [...forged.statements, row] })).toMatchObject({
      ok: false,
      why: "anchor_time",
      firstBad: from,
    });
  });
});

it("the untouched log holds against everything that was noted of it", async () => {
  const every = ground.entries.map(({ seq }) => ground.noted(seq));
  expect((await checked(ground.world.fresh.store.read, every)).verdict).toBe("holds");
});

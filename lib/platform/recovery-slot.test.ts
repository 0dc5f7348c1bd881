import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  newRing,
  newRoots,
  openRing,
  openRingByShares,
  readRingFile,
  type Ring,
  type RingFile,
  ringPathIn,
  saveRing,
  WrongSecret,
} from "./key-ring.ts";
import { newCustodians, type RecoverySlot, SharesDoNotOpen } from "./recovery-slot.ts";
import { type Share, shareFrom, textOfShare } from "./share-text.ts";

const secret = Buffer.alloc(32, 1);
let folder: string;
let ring: Ring;
let shares: Share[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-recovery-"));
  const made = await newCustodians({ shares: 3, needed: 2 }, 1_000);
  ring = { ...newRing(null), custodians: made.custodians };
  shares = made.shares.map((share) => shareFrom(textOfShare(share)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function saved(kept = ring): RingFile {
  saveRing(folder, kept, { source: "key" }, secret);
  const file = readRingFile(folder);
  if (!file) throw new Error("no ring");
  return file;
}
const slotOf = ({ recovery }: RingFile): RecoverySlot => {
  if (!recovery) throw new Error("no slot");
  return recovery;
};
const faultOf = (file: RingFile, given: Share[]) =>
  openRingByShares(file, given).then(
    () => "opened",
    (error: unknown) => (error instanceof SharesDoNotOpen ? error.fault : String(error)),
  );
const of = (at: number): Share => {
  const share = shares[at];
  if (!share) throw new Error("no such share");
  return share;
};

test("any two of three shares open the ring, one alone or one twice does not, and neither do those of another set", async () => {
  const file = saved();
  for (const pair of [
    [of(0), of(1)],
    [of(2), of(0)],
    [of(1), of(2)],
    [of(0), of(1), of(2)],
  ])
    expect(await openRingByShares(file, pair)).toEqual(ring);
  const other = await newCustodians({ shares: 3, needed: 2 }, 1_000);
  expect(await faultOf(file, [of(0)])).toBe("too_few");
  expect(await faultOf(file, [of(1), of(1)])).toBe("same_twice");
  expect(await faultOf(file, [of(0), ...other.shares.slice(1, 2)])).toBe("other_set");
  expect(await faultOf(file, other.shares)).toBe("other_set");
  const forged = other.shares.map((share) => ({ ...share, set: of(0).set }));
  expect(await faultOf(file, [of(0), ...forged.slice(1, 2)])).toBe("does_not_open");
});

test("whoever saves the ring seals it to the custodians anew, of whom nobody needs be there, and it holds no key in the clear", async () => {
  const next = newRoots();
  const before = slotOf(saved());
  const file = saved({ ...openRing(saved(), secret), next });
  expect(slotOf(file)).toMatchObject({ publicKey: before.publicKey, madeAt: 1_000, needed: 2, shares: 3 });
  expect(slotOf(file).ephemeral).not.toBe(before.ephemeral);
  expect(await openRingByShares(file, [of(0), of(2)])).toEqual({ ...ring, next });
  const text = readFileSync(ringPathIn(folder), "utf8");
  for (const key of [ring.lookup, ring.current.file, next.seal, next.file])
    for (const form of ["hex", "base64url"] as const) expect(text).not.toContain(key.toString(form));
});

test("every flipped bit of a slot is refused, and so is a slot of another key, an older one or none", async () => {
  const older = slotOf(saved());
  const file = saved();
  const slot = slotOf(file);
  const { custodians } = await newCustodians({ shares: 3, needed: 2 }, 1_000);
  const foreign = slotOf(saved({ ...ring, custodians }));
  const bytes = Buffer.from(slot.sealed, "base64url");
  const damaged: RecoverySlot[] = Array.from(bytes, (_, at) => {
    const bad = Buffer.from(bytes);
    bad[at] = (bad[at] ?? 0) ^ 1;
    return { ...slot, sealed: bad.toString("base64url") };
  });
  const changed = [
    ...damaged,
    { ...slot, madeAt: 2_000 },
    { ...slot, needed: 3 },
    { ...slot, ephemeral: foreign.ephemeral },
    { ...slot, publicKey: foreign.publicKey },
    { ...slot, sealed: older.sealed },
  ];
  for (const recovery of changed) {
    expect(() => openRing({ ...file, recovery }, secret)).toThrow(WrongSecret);
    expect(await faultOf({ ...file, recovery }, [of(0), of(1)])).not.toBe("opened");
  }
  const { recovery: _, ...without } = file;
  for (const other of [{ ...file, recovery: foreign }, { ...file, recovery: older }, without])
    expect(() => openRing(other, secret)).toThrow(WrongSecret);
  expect(await faultOf(without, [of(0), of(1)])).toContain("no custodians");
});

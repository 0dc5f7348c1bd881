import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditDetails, auditEvents, receipts } from "#db/schema/index.ts";
import { readRingFile, ringPathIn, saveRing } from "#lib/platform/key-ring.ts";
import { custodiansOf, newCustodians } from "#lib/platform/recovery-slot.ts";
import { textOfShare } from "#lib/platform/share-text.ts";
import { layCustodians } from "#lib/testing/custodians.ts";
import { layTestKeys, TEST_ROOT } from "#lib/testing/test-keys.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { holdDrill } from "./commands/hold-drill.ts";
import { readCustody } from "./queries/read-custody.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const drill = (shares: string[]) => world.do("administrator", holdDrill, { shares });
const ringText = () => readFileSync(ringPathIn(world.fresh.folder), "utf8");

it("a drill proves that custodians can recover the keys in use, changes nothing, and keeps nothing of what they typed", async () => {
  layTestKeys(world.fresh.folder);
  const none = await layCustodians(join(world.fresh.folder, "elsewhere"));
  await expect(drill(none)).rejects.toMatchObject({ rule: "share.no_custodians" });
  expect(await world.ask("administrator", readCustody, {})).toEqual({ custodians: null });

  const [first = "", second = "", third = ""] = await layCustodians(world.fresh.folder);
  const before = ringText();
  const { custodians } = await world.ask("administrator", readCustody, {});
  expect(custodians).toMatchObject({ needed: 2, shares: 3, lastDrillAt: null });
  expect(await drill([third, first.toLowerCase()])).toMatchObject({ set: custodians?.set, numbers: [1, 3] });
  const held = await world.ask("administrator", readCustody, {});
  expect(held.custodians?.lastDrillAt).toBeGreaterThan(0);
  expect(ringText()).toBe(before);

  const { read } = world.fresh.store;
  const kept = JSON.stringify([
    await read.select().from(receipts),
    await read.select().from(auditEvents),
    await read.select().from(auditDetails),
  ]);
  for (const line of [first, third].flatMap((sheet) => sheet.split("\n").slice(1))) {
    expect(kept).not.toContain(line);
    expect(kept).not.toContain(line.replaceAll(" ", ""));
  }
  expect(kept).toContain("keys.drill");

  // What is wrong is said by field and line, or by a rule.
  const mistyped = second.replace(/.$/, (sign) => (sign === "7" ? "8" : "7"));
  await expect(drill([first, mistyped])).rejects.toMatchObject({
    fields: [{ path: "shares.1", code: "share_line", params: { line: 4 } }],
  });
  await expect(drill(["ATTEST-SHARE", first])).rejects.toMatchObject({
    fields: [{ path: "shares.0", code: "share_lines" }],
  });
  await expect(drill([first])).rejects.toMatchObject({ rule: "share.too_few" });
  await expect(drill([first, first])).rejects.toMatchObject({ rule: "share.same_twice" });
  const other = await newCustodians({ shares: 3, needed: 2 }, 1);
  await expect(drill([first, ...other.shares.slice(1, 2).map(textOfShare)])).rejects.toMatchObject({
    rule: "share.other_set",
  });
});

it("a drill finds that the file of keys was exchanged or damaged, also where the shares themselves are right", async () => {
  const sheets = (await layCustodians(world.fresh.folder)).slice(1);
  const file = readRingFile(world.fresh.folder);
  if (!file?.recovery) throw new Error("no slot");
  const custodians = custodiansOf(file.recovery);
  const root = Buffer.alloc(32, 5);
  const exchanged = { lookup: root, current: { seal: root, file: root }, next: null, former: [], custodians };
  saveRing(world.fresh.folder, exchanged, { source: "key" }, TEST_ROOT);
  await expect(drill(sheets)).rejects.toMatchObject({ rule: "share.other_keys" });
  const later = { ...custodians, madeAt: Date.UTC(2200, 0, 1) };
  saveRing(world.fresh.folder, { ...exchanged, custodians: later }, { source: "key" }, TEST_ROOT);
  // A drill of the set before proves nothing of this one.
  const read = await world.ask("administrator", readCustody, {});
  expect(read.custodians?.lastDrillAt).toBeNull();
});

/** Attacks by somebody who owns the database: those that the database itself gives away. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attack } from "./testing/attack.ts";
import { besideEntries, onOneRecord, onRecords } from "./testing/attacks-beside.ts";
import { onEntries, onTheEnd } from "./testing/attacks.ts";
import { afterwards, aGround, checked, type Ground, seedsFor } from "./testing/ground.ts";
import { dice } from "./testing/dice.ts";

const SEEDS = seedsFor(process.env["ATTEST_LONG"]);
const LONG_MS = 30 * 60_000;
let ground: Ground;
beforeAll(async () => {
  ground = await aGround();
});
afterAll(() => ground.world.close());

async function expectFound({ statements, firstBad, lastBad, why, row }: Attack, attempt: string) {
  const { verdict, chain, rows } = await afterwards(ground, statements);
  if (row === undefined) {
    expect(verdict, attempt).toBe("chain_broken");
    expect(chain, attempt).toMatchObject(lastBad ? { firstBad, lastBad, why } : { firstBad, why });
    return;
  }
  expect(verdict, attempt).toBe("rows_differ");
  const bad = rows?.ok === false ? rows.bad.map((one) => `${one.table}:${one.id}:${one.why}`) : [];
  expect(bad, attempt).toEqual([row]);
}

describe("a log and records that somebody changed past the commands", () => {
  const expectControl = async () => {
    const { entries, withDetail, withoutDetail, checkpoints, world } = ground;
    const { verdict, chain, rows } = await checked(
      world.fresh.store.read,
      entries.map(({ seq }) => ground.noted(seq)),
    );
    expect(verdict).toBe("holds");
    expect(chain).toMatchObject({ ok: true, count: entries.length, headSeq: entries.length });
    expect(rows).toMatchObject({ ok: true });
    expect(entries.length).toBeGreaterThan(40);
    expect(withDetail.length).toBeGreaterThan(10);
    expect(withoutDetail.length).toBeGreaterThan(3);
    expect(checkpoints).toHaveLength(2);
  };
  it("hold as long as nobody does, against every size and root noted on the way", () => expectControl());

  it.each(Object.entries({ ...onEntries, ...besideEntries, ...onRecords }))(
    "are found out, and the first bad entry or row is named: %s",
    { timeout: LONG_MS },
    async (_, attack) => {
      for (let seed = 1; seed <= SEEDS; seed++) await expectFound(attack(dice(seed), ground), `seed ${seed}`);
    },
  );

  it.each(Object.entries({ ...onTheEnd, ...onOneRecord }))(
    "are found out, and the first bad entry or row is named: %s",
    async (name, attack) => expectFound(attack(ground), name),
  );

  it("hold again once every attack was given up", () => expectControl());
});

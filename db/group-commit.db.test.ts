/** Pieces of work that wait share a commit, and nothing else. */
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { notFoundTallies } from "#db/schema/index.ts";
import { type FreshStore, freshStore } from "./testing/fresh-store.ts";

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore();
});
afterEach(() => fresh.close());

const tally = (accountId: string) => ({ accountId, startedAt: 1, count: 0 });
const kept = async () =>
  (await fresh.store.read.select({ id: notFoundTallies.accountId }).from(notFoundTallies))
    .map(({ id }) => id)
    .toSorted();

describe("writing together", () => {
  it("takes back the piece that fails and keeps its neighbours, in the order in which they were asked for", async () => {
    const order: number[] = [];
    const pieces = Array.from({ length: 12 }, (_, number) =>
      fresh.store.transact(async (tx) => {
        await tx.insert(notFoundTallies).values(tally(`ac_${String(number).padStart(2, "0")}`));
        order.push(number);
        if (number % 3 === 0) throw new Error(`piece ${number}`);
        return number;
      }),
    );
    const ended = await Promise.allSettled(pieces);
    expect(order).toEqual(Array.from({ length: 12 }, (_, number) => number));
    expect(ended.map(({ status }) => status === "fulfilled")).toEqual(
      Array.from({ length: 12 }, (_, number) => number % 3 !== 0),
    );
    expect(await kept()).toEqual(
      ["01", "02", "04", "05", "07", "08", "10", "11"].map((number) => `ac_${number}`),
    );
  });

  it("lets a later piece see what an earlier one wrote, and a failed one leave nothing to see", async () => {
    const seen: number[] = [];
    const count = async (tx: {
      raw<T extends Record<string, unknown>>(text: ReturnType<typeof sql>): Promise<T[]>;
    }) => Number((await tx.raw<{ n: number }>(sql`select count(*) as n from not_found_tallies`))[0]?.n);
    await Promise.allSettled([
      fresh.store.transact((tx) =>
        tx
          .insert(notFoundTallies)
          .values(tally("ac_first"))
          .then(() => undefined),
      ),
      fresh.store.transact(async (tx) => {
        await tx.insert(notFoundTallies).values(tally("ac_failing"));
        seen.push(await count(tx));
        throw new Error("taken back");
      }),
      fresh.store.transact(async (tx) => void seen.push(await count(tx))),
    ]);
    expect(seen).toEqual([2, 1]);
  });

  it("undoes what a piece did outside the database, once, when it is taken back", async () => {
    const undone: string[] = [];
    const failing = fresh.store.transact(async (tx) => {
      tx.onRollback(() => void undone.push("failing"));
      throw new Error("no");
    });
    const fine = fresh.store.transact(async (tx) => tx.onRollback(() => void undone.push("fine")));
    await Promise.allSettled([failing, fine]);
    expect(undone).toEqual(["failing"]);
  });

  it("writes what pieces leave for the end in their order, and nothing of a piece that failed", async () => {
    const order: string[] = [];
    const piece = (name: string, fails: boolean) =>
      fresh.store.transact(async (tx) => {
        order.push(name);
        tx.beforeCommit(async (last) => {
          order.push(`${name} at the end`);
          await last.insert(notFoundTallies).values(tally(`ac_${name}`));
        });
        if (fails) throw new Error(name);
      });
    await Promise.allSettled([piece("one", false), piece("two", true), piece("three", false)]);
    expect(order.filter((said) => !said.endsWith("end"))).toEqual(["one", "two", "three"]);
    expect(order.filter((said) => said.endsWith("end"))).toEqual(["one at the end", "three at the end"]);
    expect(await kept()).toEqual(["ac_one", "ac_three"]);
  });

  it("keeps nothing of a piece whose end cannot be written", async () => {
    const piece = fresh.store.transact(async (tx) => {
      await tx.insert(notFoundTallies).values(tally("ac_begun"));
      tx.beforeCommit(async () => {
        throw new Error("no room");
      });
    });
    await expect(piece).rejects.toThrow("no room");
    expect(await kept()).toEqual([]);
  });
});

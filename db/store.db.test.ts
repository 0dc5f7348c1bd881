import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "./errors.ts";
import { auditEvents, auditHead, humans } from "./schema/index.ts";
import type { Tx } from "./store.ts";
import { type FreshStore, freshStore } from "./testing/fresh-store.ts";

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore();
});
afterEach(() => fresh.close());

const addHuman = (tx: Tx, id: string) =>
  tx.insert(humans).values({ id, version: 1, displayName: id, createdAt: 0 });

describe("the store", () => {
  it("gives interleaved read-then-write transactions one number each, without a gap, and none to those that throw", async () => {
    await fresh.store.transact(async (tx) => {
      await tx.insert(auditHead).values({ id: 1, log: "l_test", seq: 0, leaf: "", at: 0 });
    });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) =>
        fresh.store.transact(async (tx) => {
          const [head] = await tx.select({ seq: auditHead.seq }).from(auditHead);
          await Promise.resolve();
          await tx.update(auditHead).set({ seq: (head?.seq ?? 0) + 1 });
          await addHuman(tx, `h_${n}`);
          if (n % 10 === 0) throw new Error("half-way");
        }),
      ),
    );
    expect(outcomes.filter((one) => one.status === "rejected")).toHaveLength(10);
    const [head] = await fresh.store.read.select({ seq: auditHead.seq }).from(auditHead);
    expect(head?.seq).toBe(90);
    expect(await fresh.store.read.$count(humans)).toBe(90);
  });

  it("refuses a transaction inside a transaction instead of waiting for itself", async () => {
    await expect(fresh.store.transact(() => fresh.store.transact(async () => 1))).rejects.toThrow(
      /nest commands/,
    );
  });

  it("kills the transaction's handle when it is over", async () => {
    const leaked: { tx?: Tx } = {};
    await fresh.store.transact(async (tx) => {
      leaked.tx = tx;
    });
    expect(() => leaked.tx?.select).toThrow(/revoked/);
  });

  it("gives readers no way to write", () => {
    expect("insert" in fresh.store.read).toBe(false);
    expect("update" in fresh.store.read).toBe(false);
    expect("delete" in fresh.store.read).toBe(false);
  });

  it("refuses an unknown value of a closed list on every dialect", async () => {
    const bad = sql`insert into accounts (id, version, human_id, name, password_hash, status, created_at)
      values ('a', 1, 'h', 'n', 'x', 'sleeping', 0)`;
    await fresh.store.transact((tx) => addHuman(tx, "h"));
    await expect(fresh.store.transact((tx) => tx.raw(bad))).rejects.toThrow();
  });

  it("answers the same question in the same form each time, asked in either way, also after the table has changed", async () => {
    await fresh.store.transact(async (tx) => addHuman(tx, "h"));
    const { read } = fresh.store;
    const built = () => read.select({ id: humans.id }).from(humans);
    const { sql: text } = built().toSQL();
    const raw = () => read.raw<{ id: string }>(sql.raw(text));
    for (let round = 0; round < 2; round++) {
      expect(await built()).toEqual([{ id: "h" }]);
      expect(await raw()).toEqual([{ id: "h" }]);
      await fresh.directSql(`alter table humans add column later_${round} integer`);
    }
    await fresh.store.transact(async (tx) => addHuman(tx, "h2"));
    expect(await built()).toHaveLength(2);
    expect(await raw()).toHaveLength(2);
  });

  it("lets nobody change or delete an event, nor delete a record, even by direct SQL", async () => {
    await fresh.store.transact(async (tx) => {
      await addHuman(tx, "h");
      await tx.insert(auditEvents).values({
        seq: 1,
        leaf: "l",
        body: "{}",
        act: "a.b",
        actor: "p",
        decision: "allow",
        requestId: "r",
        at: 0,
      });
    });
    for (const [statement, rule] of [
      ["update audit_events set body = '{ }'", "audit.append_only"],
      ["delete from audit_events", "audit.append_only"],
      ["delete from humans", "record.never_deleted"],
    ] as const) {
      const error: unknown = await fresh.directSql(statement).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(ruleOfTrigger(error)).toBe(rule);
    }
  });
});

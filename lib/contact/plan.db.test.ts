import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainBytes } from "#db/testing/plain-bytes.ts";
import { dialect } from "#db/columns.ts";
import { auditDetails, contactPlans } from "#db/schema/index.ts";
import { openDetail } from "#lib/core/audit-detail.ts";
import type { Refused } from "#lib/core/refusals.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { recordKeys } from "#lib/platform/record-keys.ts";
import { eventsSince, everything, lastSeq } from "#lib/testing/everything.ts";
import { plan } from "#lib/testing/specimens/contact.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { setPlan } from "./commands/set-plan.ts";
import { readContact } from "./queries/read-contact.ts";
import { readPlan } from "./queries/read-plan.ts";
import { openPlan } from "./rules/plan.ts";

const keys = keysFrom(Buffer.alloc(32, 7));
const CANARY = "kingfisherbyriver";
let world: World;
let witnessId: string;
beforeAll(async () => {
  world = await aWorld();
  ({ id: witnessId } = await aWitness(world));
});
afterAll(() => world.close());

const words = () => {
  const said = { times: CANARY, ifAnother: CANARY, mustNot: [{ what: CANARY }], codeWord: CANARY };
  return plan(world, said);
};
const asked = (reason: "scheduled_contact" | "other" | null, why: string | null = null) =>
  world.ask("investigator", readPlan, { witnessId, reason, why });

/** The details of the entries after one of the log, in the clear. */
async function detailsSince(seq: number): Promise<unknown[]> {
  const { read } = world.fresh.store;
  const found = [];
  for (const { seq: at } of await eventsSince(world, seq)) {
    const [row] = await read.select().from(auditDetails).where(eq(auditDetails.seq, at));
    if (row) found.push(await openDetail(read, keys, row.keyId, at, row.ciphertext));
  }
  return found;
}

describe("a plan for safe contact", () => {
  it("stands in no table, no receipt, no file of the database and no entry of the log, and is there", async () => {
    const seq = await lastSeq(world);
    await world.do("investigator", setPlan, { ...words(), witnessId, seen: 0 });
    expect(await everything(world)).not.toContain(CANARY);
    const [detail, ...others] = await detailsSince(seq);
    expect(others).toEqual([]);
    expect(detail).toMatchObject({
      number: 1,
      filled: ["way", "times", "ifAnother", "mustNot", "codeWord"],
    });
    expect(JSON.stringify(detail)).not.toContain(CANARY);
    if (world.fresh.path !== null) expect(plainBytes(world.fresh.path).includes(CANARY)).toBe(false);
    if (dialect === "sqlite")
      for (const name of readdirSync(world.fresh.folder, { recursive: true, withFileTypes: true }))
        if (name.isFile())
          expect(readFileSync(join(name.parentPath, name.name)).includes(CANARY), name.name).toBe(false);

    const contact = await world.ask("reviewer", readContact, { witnessId });
    expect(JSON.stringify(contact)).not.toContain(CANARY);
    expect([contact.plan?.number, contact.may.readPlan]).toEqual([1, false]);
    // One that was sealed before people had keys of their own opens still, and the next one lies under theirs.
    const [row] = await world.fresh.store.read
      .select()
      .from(contactPlans)
      .where(eq(contactPlans.witnessId, witnessId));
    expect(row?.sealed).toMatch(/^person:/);
    const place = `contact_plans/${row?.id}/${witnessId}/1`;
    const old = keys.seal(place, Buffer.from(JSON.stringify(words())));
    expect(openPlan({ keys, recordKeys: recordKeys("", keys) }, { ...row, sealed: old } as never)).toEqual(
      words(),
    );
    const late = world.do("protection_officer", setPlan, { ...words(), witnessId, seen: 0 });
    expect(await soundOf(late)).toBe("Conflict contact.plan_moved_on");
    await world.do("protection_officer", setPlan, { ...words(), way: "message", witnessId, seen: 1 });
    expect((await asked("scheduled_contact")).plan).toEqual({ ...words(), way: "message" });
  });

  it("is opened for a reason alone, which is in the log before it is shown", async () => {
    const seq = await lastSeq(world);
    expect(await soundOf(asked(null))).toBe("Refused contact.reason_needed");
    expect(await soundOf(asked("other"))).toBe("Error: invalid input: why required");
    expect(await soundOf(asked("other", "they c"))).toBe("Error: invalid input: why too_short");
    await asked("other", "they called us and asked to be called");
    const events = await eventsSince(world, seq);
    expect(events.map(({ act, dec, reason, rules, obj }) => [act, dec, reason ?? rules?.[0], obj])).toEqual([
      ["contact.readPlan", "deny", "contact.reason_needed", witnessId],
      ["contact.readPlan", "allow", "other", witnessId],
    ]);
    expect(JSON.stringify(events)).not.toContain("they called");
    expect(await detailsSince(seq)).toEqual([{ reason: "they called us and asked to be called" }]);
    expect(await soundOf(world.ask("reviewer", readPlan, { witnessId, reason: "emergency" }))).toBe(
      "NotFound",
    );
  });

  it("does not open in the place of another, nor where a bit of it was changed, and says so", async () => {
    const other = await aWitness(world);
    await world.do("investigator", setPlan, { ...words(), witnessId: other.id, seen: 0 });
    const [theirs] = await world.fresh.store.read
      .select()
      .from(contactPlans)
      .where(eq(contactPlans.witnessId, other.id));
    const drop =
      dialect === "sqlite"
        ? "drop trigger contact_plans_guard_update"
        : "drop trigger contact_plans_guard_update on contact_plans";
    const put = (sealed: string) =>
      world.fresh.directSql(
        `update contact_plans set sealed = '${sealed}' where witness_id = '${witnessId}' and number = 2`,
      );
    await world.fresh.directSql(drop);
    for (const sealed of [theirs?.sealed ?? "", "", "AAAA"]) {
      await put(sealed);
      const error = await asked("scheduled_contact").catch((one: unknown) => one as Refused);
      expect(error).toMatchObject({ rule: "contact.plan_unreadable" });
      expect(JSON.stringify(error)).not.toContain(CANARY);
    }
  });
});

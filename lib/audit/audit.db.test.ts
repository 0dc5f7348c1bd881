import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents, dataKeys } from "#db/schema/index.ts";
import { ask } from "#lib/core/ask.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { contextOfKey, keyIdsOf } from "#lib/core/audit-detail.ts";
import { newId } from "#lib/core/ids.ts";
import { NotFound, Refused } from "#lib/core/refusals.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";
import { readPlace } from "#lib/places/queries/read-place.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, MARKER, type World } from "#lib/testing/world.ts";
import { exportLog } from "./queries/export-log.ts";
import { listEvents } from "./queries/list-events.ts";
import { readEvent } from "./queries/read-event.ts";
import { readHistory } from "./queries/read-history.ts";
import { summariseLog } from "./queries/summarise-log.ts";
import { verifyNow } from "./queries/verify-now.ts";

let world: World;
let place: { id: string; code: string; version: number };
const page = {};
const DAY_MS = 24 * 3_600_000;

const fields = {
  nameAr: null,
  variants: null,
  kind: "village",
  precision: "P3",
  parentId: null,
  parentBasis: null,
  latE5: null,
  lonE5: null,
  coordinateBasis: null,
  possibleDuplicateOfId: null,
  note: null,
} as const;

async function newest(): Promise<AuditEvent> {
  const rows = await world.fresh.store.read
    .select({ seq: auditEvents.seq, body: auditEvents.body })
    .from(auditEvents);
  return JSON.parse(rows.toSorted((a, b) => b.seq - a.seq)[0]!.body) as AuditEvent;
}

beforeAll(async () => {
  world = await aWorld();
  world.pass(10 * DAY_MS);
  place = await world.do("investigator", recordPlace, {
    ...fields,
    name: world.marked("village"),
    caseId: world.caseId,
  });
  world.pass(60_000);
  const renamed = {
    ...fields,
    name: world.marked("town"),
    kind: "town" as const,
    placeId: place.id,
    version: 1,
  };
  place = await world.do("investigator2", amendPlace, renamed);
  world.pass(60_000);
  await expect(world.ask("stranger", readPlace, { placeId: place.id })).rejects.toThrow(NotFound);
});
afterAll(() => world.close());

describe("the log, for the auditor", () => {
  it("says who did what to which code, newest first, and never what a record says", async () => {
    const { rows, total } = await world.ask("auditor", listEvents, {
      caseId: world.caseId,
      objectId: place.id,
      page,
    });
    expect(rows).toMatchObject([
      {
        act: "place.amend",
        person: "Demo investigator2",
        role: "investigator",
        objectCode: place.code,
        objectVersion: 2,
      },
      {
        act: "place.record",
        person: "Demo investigator",
        role: "investigator",
        objectCode: place.code,
        objectVersion: 1,
      },
    ]);
    expect(total).toBe(2);
    expect(rows[0]?.actor).not.toBe(rows[1]?.actor);
    const everything = await world.ask("auditor", listEvents, { page: { size: 100 } });
    expect(everything.rows.length).toBeGreaterThan(20);
    expect(JSON.stringify(everything)).not.toContain(MARKER);
  });

  it("is filtered by act, person, decision and time, and paged by number both ways", async () => {
    const list = async (filter: object) => (await world.ask("auditor", listEvents, { page, ...filter })).rows;
    const amended = await list({ act: "place.amend" });
    expect(amended.map((row) => row.act)).toEqual(["place.amend"]);
    expect((await list({ actor: amended[0]?.actor })).map((row) => row.act)).toEqual(["place.amend"]);
    expect((await list({ decision: "deny" })).map((row) => [row.act, row.rules])).toEqual([
      ["place.read", ["not_found"]],
    ]);
    const { at = 0, seq = 0 } = amended[0] ?? {};
    expect((await list({ from: at, to: at + 1 })).map((row) => row.seq)).toEqual([seq]);
    expect((await list({ from: at + 1, act: "place.amend" })).length).toBe(0);
    expect((await list({ to: at, act: "place.record" })).length).toBe(1);

    const first = await world.ask("auditor", listEvents, { to: at, page: { size: 3 } });
    const second = await world.ask("auditor", listEvents, { to: at, page: { size: 3, after: first.next! } });
    const back = await world.ask("auditor", listEvents, {
      to: at,
      page: { size: 3, before: second.previous! },
    });
    expect([...first.rows, ...second.rows].map((row) => row.seq)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => seq - n),
    );
    expect(back.rows.map((row) => row.seq)).toEqual(first.rows.map((row) => row.seq));
  });

  it("follows a person through all their codes and an act through all its entries, and notes whom", async () => {
    const [row] = (await world.ask("auditor", listEvents, { act: "place.amend", page })).rows;
    const accountId = row!.accountId!;
    const followed = await world.ask("auditor", listEvents, { accountId, page: { size: 100 } });
    expect(new Set(followed.rows.map((one) => one.person))).toEqual(new Set([row!.person]));
    // In the case and outside of it a person has different codes.
    expect(followed.rows.map((one) => one.seq)).toContain(row!.seq);
    expect(await newest()).toMatchObject({ act: "audit.list", reason: "names_shown", obj: accountId });
    const act = await world.ask("auditor", listEvents, { requestId: row!.requestId, page });
    expect(new Set(act.rows.map((one) => one.requestId))).toEqual(new Set([row!.requestId]));
    expect(act.rows.map((one) => one.seq)).toContain(row!.seq);
    const nobody = world.ask("auditor", listEvents, { accountId: newId("account"), page });
    expect((await nobody).rows).toEqual([]);
  });

  it("shows one entry as it was hashed, with names and codes, and keeps its detail shut", async () => {
    const [row] = (await world.ask("auditor", listEvents, { act: "place.amend", page })).rows;
    const entry = await world.ask("auditor", readEvent, { seq: row!.seq });
    expect(entry).toMatchObject({ hasDetail: true, person: "Demo investigator2", objectCode: place.code });
    expect(JSON.parse(entry.body)).toMatchObject({ act: "place.amend", prev: entry.prev });
    expect(JSON.stringify(entry)).not.toContain(MARKER);
    await expect(world.ask("auditor", readEvent, { seq: 9_999 })).rejects.toThrow(NotFound);
  });

  it("notes each look at the names behind it", async () => {
    await world.ask("auditor", listEvents, { caseId: world.caseId, page });
    expect(await newest()).toMatchObject({
      act: "audit.list",
      case: world.caseId,
      reason: "names_shown",
      actor_role: "auditor",
    });
  });

  it("is refused to everybody else, and that is in the log", async () => {
    for (const who of [
      "administrator",
      "investigator",
      "senior_reviewer",
      "legal_officer",
      "stranger",
    ] as const) {
      for (const question of [listEvents, summariseLog, readEvent, exportLog]) {
        const input =
          question === readEvent
            ? { seq: 1 }
            : question === exportLog
              ? { caseCode: null }
              : question === listEvents
                ? { page }
                : {};
        await expect(ask(question as typeof listEvents, world.person(who), input)).rejects.toThrow(Refused);
        expect(await newest()).toMatchObject({ act: question.name, dec: "deny", rules: ["role.missing"] });
      }
    }
  });

  it("is summed up for the last seven days", async () => {
    const { week, head } = await world.ask("auditor", summariseLog, {});
    expect(week).toContainEqual({ act: "place.amend", decision: "allow", count: 1 });
    expect(week).toContainEqual({ act: "place.read", decision: "deny", count: 1 });
    expect(week.map((row) => row.act)).not.toContain("case.open"); // ten days ago
    expect(head?.seq).toBe((await newest()).seq);
  });
});

describe("a check of the log", () => {
  it("is open to auditors and administrators, and leaves an entry that says what was found and up to where", async () => {
    expect((await world.ask("auditor", summariseLog, {})).lastVerification).toBeNull();
    const before = (await newest()).seq;
    const found = await world.ask("administrator", verifyNow, {});
    expect(found).toMatchObject({
      verdict: "holds",
      chain: { ok: true, headSeq: before },
      rows: { ok: true },
    });
    expect(await newest()).toMatchObject({
      act: "audit.verifyNow",
      reason: "holds",
      obj: found.log,
      obj_v: before,
    });
    const { lastVerification } = await world.ask("auditor", summariseLog, {});
    expect(lastVerification).toMatchObject({ verdict: "holds", upTo: before });
    await expect(world.ask("investigator", verifyNow, {})).rejects.toThrow(Refused);
  });

  it("holds the log against what was noted earlier", async () => {
    const { chain } = await world.ask("auditor", verifyNow, {});
    if (!chain.ok) throw new Error("the log should hold");
    const again = await world.ask("auditor", verifyNow, { noted: `${chain.count}:${chain.root}` });
    expect(again.verdict).toBe("holds");
    const other = await world.ask("auditor", verifyNow, { noted: `${chain.count}:${"0".repeat(64)}` });
    expect(other).toMatchObject({ verdict: "chain_broken", chain: { why: "noted_root" } });
    expect(await newest()).toMatchObject({ reason: "chain_broken", obj_v: 0 });
  });

  it("goes on while others work, and takes nobody's work for tampering", async () => {
    const made = Array.from({ length: 30 }, async (_, n) => {
      const one = await world.do("investigator", recordPlace, {
        ...fields,
        name: `place ${n}`,
        caseId: world.caseId,
      });
      await world.do("investigator", amendPlace, {
        ...fields,
        name: `place ${n}.`,
        placeId: one.id,
        version: one.version,
      });
    });
    const checks = Array.from({ length: 4 }, () => world.ask("auditor", verifyNow, {}));
    await Promise.all([...made, ...checks]);
    for (const check of checks) expect((await check).verdict).toBe("holds");
    expect((await world.ask("auditor", verifyNow, {})).verdict).toBe("holds");
  });

  it("with another key than the one the rows were traced with, accuses every row", async () => {
    const { verifyLog } = await import("./verify-log.ts");
    const { verdict } = await verifyLog(world.fresh.store.read, keysFrom(Buffer.alloc(32, 8)));
    expect(verdict).toBe("rows_differ");
  });
});

describe("a copy of the log", () => {
  it("is announced in the log before its first line leaves", async () => {
    const before = (await newest()).seq;
    const whole = await world.ask("auditor", exportLog, { caseCode: null });
    expect(whole).toMatchObject({ size: before, caseId: null });
    expect(await newest()).toMatchObject({ act: "audit.export", obj: whole.log, obj_v: before });
    await expect(world.ask("auditor", exportLog, { caseCode: "C-NONE00" })).rejects.toThrow(NotFound);
  });
});

describe("the history of a record", () => {
  it("says who changed which field from what to what, and why, newest first", async () => {
    const gone = await world.do("investigator", retractPlace, {
      placeId: place.id,
      version: 2,
      reason: "Named twice.",
    });
    await world.ask("investigator", readPlace, { placeId: place.id });
    const { rows, total } = await world.ask("reviewer", readHistory, { recordId: place.id, page });
    expect(rows).toMatchObject([
      {
        act: "place.retract",
        person: "Demo investigator",
        role: "investigator",
        version: gone.version,
        reason: "Named twice.",
      },
      { act: "place.amend", person: "Demo investigator2", version: 2, reason: null },
      { act: "place.record", person: "Demo investigator", version: 1 },
    ]);
    expect(total).toBe(3);
    const changed = rows[1]?.changes.find((change) => change.field === "name");
    expect(changed).toEqual({ field: "name", before: world.marked("village"), after: world.marked("town") });
    expect(rows[1]?.changes.map((change) => change.field)).not.toContain("note"); // it stayed as it was
    expect(await newest()).toMatchObject({
      act: "history.read",
      case: world.caseId,
      obj: place.id,
      obj_v: gone.version,
    });
  });

  it("does not say who merely looked", async () => {
    const { id } = await aTestimony(world);
    const { rows } = await world.ask("reviewer", readHistory, { recordId: id, page });
    expect(rows.map((row) => row.act)).toEqual(["testimony.record"]);
  });

  it("is absent for whoever may not read the record, whatever its kind", async () => {
    const { id } = await aTestimony(world);
    for (const who of ["stranger", "auditor", "administrator", "newcomer"] as const) {
      for (const recordId of [
        id,
        place.id,
        world.caseId,
        world.person(who).accountId,
        "zz_0123456789012345678901",
      ]) {
        await expect(world.ask(who, readHistory, { recordId, page })).rejects.toThrow(NotFound);
      }
    }
  });

  it("can no longer be read when the record's key was destroyed; the acts stay", async () => {
    const { id } = await world.do("investigator", recordPlace, {
      ...fields,
      name: "soon unreadable",
      caseId: world.caseId,
    });
    const keyId = keyIdsOf(keysFrom(Buffer.alloc(32, 7)), id).current;
    await world.fresh.store.transact((tx) =>
      tx
        .delete(dataKeys)
        .where(eq(dataKeys.id, keyId))
        .then(() => undefined),
    );
    const { rows } = await world.ask("reviewer", readHistory, { recordId: id, page });
    expect(rows).toMatchObject([{ act: "place.record", unreadable: true, changes: [], reason: null }]);
    await world.do("investigator", retractPlace, { placeId: id, version: 1, reason: "Under a new key." });
    const later = await world.ask("reviewer", readHistory, { recordId: id, page });
    expect(later.rows).toMatchObject([
      { reason: "Under a new key.", unreadable: false },
      { unreadable: true },
    ]);
    expect((await world.ask("auditor", verifyNow, {})).verdict).toBe("holds");
  });

  it("goes on under the key that a record had before keys lay together", async () => {
    const { id } = await world.do("investigator", recordPlace, {
      ...fields,
      name: "long on record",
      caseId: world.caseId,
    });
    const keys = keysFrom(Buffer.alloc(32, 7));
    const { current, former } = keyIdsOf(keys, id);
    await world.fresh.store.transact(async (tx) => {
      await tx.delete(dataKeys).where(eq(dataKeys.id, current));
      const wrapped = keys.seal(contextOfKey(former), Buffer.alloc(32, 9));
      await tx.insert(dataKeys).values({ id: former, wrapped, createdAt: 0 });
    });
    await world.do("investigator", retractPlace, {
      placeId: id,
      version: 1,
      reason: "Under the former key.",
    });
    const later = await world.ask("reviewer", readHistory, { recordId: id, page });
    expect(later.rows).toMatchObject([
      { reason: "Under the former key.", unreadable: false },
      { unreadable: true },
    ]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainBytes } from "#db/testing/plain-bytes.ts";
import { dialect } from "#db/columns.ts";
import { ruleOfTrigger } from "#db/errors.ts";
import { auditDetails, identities, notices } from "#db/schema/index.ts";
import { rehearse } from "#lib/core/rehearse.ts";
import { recordKeysOf, system } from "#lib/core/system.ts";
import { openDetail } from "#lib/core/audit-detail.ts";
import type { Refused } from "#lib/core/refusals.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { eventsSince, everything, lastSeq } from "#lib/testing/everything.ts";
import { anIdentity, aReveal, askedToReveal, identity } from "#lib/testing/specimens/vault.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { held } from "#lib/testing/specimens/retention.ts";
import { liftHold } from "#lib/retention/commands/lift-hold.ts";
import { retractWitness } from "#lib/witnesses/commands/retract-witness.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { amendIdentity } from "./commands/amend-identity.ts";
import { approveReveal } from "./commands/approve-reveal.ts";
import { demandSecondPerson } from "./commands/demand-second-person.ts";
import { endAnonymity } from "./commands/end-anonymity.ts";
import { recordIdentity } from "./commands/record-identity.ts";
import { requestReveal } from "./commands/request-reveal.ts";
import { revealIdentity } from "./commands/reveal-identity.ts";
import { stayAnonymous } from "./commands/stay-anonymous.ts";
import { usableReveal } from "./find/identities.ts";
import { listReveals } from "./queries/list-reveals.ts";
import { readIdentity } from "./queries/read-identity.ts";
import { readRevealed } from "./queries/read-revealed.ts";
import { PARTS, SHOWN_MS } from "./words.ts";
import { openParts } from "./rules/sealing.ts";

const keys = keysFrom(Buffer.alloc(32, 7));
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** Twenty people, in both scripts and both forms of composed letters. */
const PEOPLE = Array.from({ length: 20 }, (_, at) => {
  const mark = at % 2 === 0 ? `Zéphyrine${at} Canaryovska` : `زَيْنَب${at} أبو العصافير`;
  const text = at % 4 < 2 ? mark.normalize("NFC") : mark.normalize("NFD");
  return {
    name: text,
    aliases: [{ alias: `${text} Kanari` }],
    phones: [{ phone: `+963 944 55 ${at + 10} 77` }],
    emails: [{ email: `kanari${at}@canary.example` }],
    address: `${text}, blue door`,
    relatives: `${text} and two sisters`,
    papers: [{ paper: `KANARI-${at}-P` }],
    likeness: `${text}, a low voice`,
  };
});
const WORDS = PEOPLE.flatMap(({ name, phones, emails, papers }) =>
  [name, phones[0]?.phone, emails[0]?.email, papers[0]?.paper].flatMap((text = "") => [
    text,
    text.normalize("NFC"),
    text.normalize("NFD"),
    text.split(" ")[0] ?? "",
  ]),
).filter((word) => word.length > 4);

const open = (identityId: string, as: PersonKey = "protection_officer", why: string | null = null) =>
  world.do(as, revealIdentity, { identityId, reasonCode: why === null ? "contact" : "other", why });
const read = (revealId: string, as: PersonKey = "protection_officer") =>
  world.ask(as, readRevealed, { revealId });

/** The details of the entries after one of the log, in the clear. */
async function detailsSince(seq: number): Promise<unknown[]> {
  const { read: reader } = world.fresh.store;
  const found = [];
  for (const { seq: at } of await eventsSince(world, seq)) {
    const [row] = await reader.select().from(auditDetails).where(eq(auditDetails.seq, at));
    if (row) found.push(await openDetail(reader, keys, row.keyId, at, row.ciphertext));
  }
  return found;
}

describe("an identity", () => {
  it("of twenty people stands in no table, receipt, notice, word of the index, detail of the log or file", async () => {
    const seq = await lastSeq(world);
    const kept = [];
    for (const person of PEOPLE) {
      const { id: personId } = await aWitness(world);
      const { id: identityId } = await world.do("investigator", recordIdentity, { ...person, personId });
      await world.do("investigator", amendIdentity, { ...person, identityId, seen: 1 });
      kept.push({ personId, identityId });
    }
    const { id } = await open(kept[0]?.identityId ?? "");
    await read(id);
    const told = `${await everything(world)} ${JSON.stringify(await detailsSince(seq))}`;
    for (const { personId } of kept)
      expect(JSON.stringify(await world.ask("investigator", readIdentity, { personId }))).not.toMatch(
        /kanari|canary/i,
      );
    for (const word of WORDS) expect(told.includes(word), word).toBe(false);
    if (world.fresh.path !== null) {
      const opened = plainBytes(world.fresh.path);
      for (const word of WORDS) expect(opened.includes(word), word).toBe(false);
    }
    if (dialect === "sqlite")
      for (const file of readdirSync(world.fresh.folder, { recursive: true, withFileTypes: true }))
        if (file.isFile()) {
          const bytes = readFileSync(join(file.parentPath, file.name));
          for (const word of WORDS) expect(bytes.includes(word), `${word} in ${file.name}`).toBe(false);
        }
  });

  it("opens although an act on the same person, in the same commit, was not carried out", async () => {
    const { id: personId } = await aWitness(world);
    const typed = { ...identity(world), personId };
    const [, { id }] = await Promise.all([
      rehearse(recordIdentity, world.person("investigator"), typed),
      world.do("investigator", recordIdentity, typed),
    ]);
    const [row] = await world.fresh.store.read.select().from(identities).where(eq(identities.id, id));
    expect(openParts(recordKeysOf(await system()), row!).names?.name).toBe(typed.name);
  });

  it("is changed without being shown, keeps what is there beside what is added, and is not saved over what somebody saved meanwhile", async () => {
    const { personId, identityId } = await anIdentity(world);
    const amend = (changes: object, seen: number) =>
      world.do("investigator", amendIdentity, { identityId, seen, ...changes });
    await amend(
      {
        name: "Rana Other",
        aliases: [{ alias: "the miller" }],
        phones: [{ phone: "011 222 333" }, { phone: "+963 000 000 001" }],
        address: "the red gate",
        clear: ["papers"],
        demandsSecond: false,
      },
      1,
    );
    expect(await soundOf(amend({ name: "Late" }, 1))).toBe("Conflict vault.moved_on");
    expect(await soundOf(amend({ relatives: "both", clear: ["relatives"] }, 2))).toBe(
      "Error: invalid input: clear typed_too",
    );
    const again = world.do("investigator", recordIdentity, { ...identity(world), personId });
    expect(await soundOf(again)).toBe("Conflict vault.moved_on");
    const nothing = { personId: (await aWitness(world)).id };
    expect(await soundOf(world.do("investigator", recordIdentity, nothing))).toBe(
      "Error: invalid input: name required",
    );
    const { id } = await open(identityId);
    const { opened } = await read(id);
    const { name, phones, address, relatives } = identity(world);
    expect(opened).toMatchObject({
      names: { name: "Rana Other", aliases: [world.marked("the baker"), name, "the miller"] },
      contacts: { phones: [phones[0]?.phone, "011 222 333"], address: `${address}\n\nthe red gate` },
      relatives,
      papers: null,
    });
    const { identity: kept } = await world.ask("investigator", readIdentity, { personId });
    expect(kept).toMatchObject({ version: 2, filled: PARTS.filter((part) => part !== "papers") });
    // The same again adds nothing; there is an end to what is added.
    await amend({ name: "Rana Other", phones: [{ phone: "011 222 333" }], address: "the red gate" }, 2);
    const many = Array.from({ length: 20 }, (_, at) => ({ phone: `077 000 ${at + 100}` }));
    await amend({ phones: many }, 3);
    await amend({ phones: many.map(({ phone }) => ({ phone: `${phone} 1` })) }, 4);
    const more = amend({ phones: many.map(({ phone }) => ({ phone: `${phone} 2` })) }, 5);
    expect(await soundOf(more)).toBe("Conflict vault.full");
    const { id: later } = await open(identityId);
    const { opened: still } = await read(later);
    expect(still.names).toEqual(opened.names);
    expect([still.contacts?.phones.length, still.contacts?.address]).toEqual([42, opened.contacts?.address]);
  });

  it("is emptied in part by name alone, never under a legal hold or once its person is retracted, and its keepers are told", async () => {
    const { personId, identityId } = await anIdentity(world);
    const { id: testimonyId } = await aTestimony(world, { witnessId: personId });
    const { id: holdId } = await held(world, testimonyId);
    const all = ["contacts", "relatives", "papers", "likeness"] as const;
    const empty = (seen: number) =>
      soundOf(world.do("investigator", amendIdentity, { identityId, seen, clear: [...all] }));
    expect(await empty(1)).toBe("Conflict vault.held");
    for (const column of all) {
      const direct = world.fresh.directSql(
        `update identities set ${column} = null where id = '${identityId}'`,
      );
      expect(await direct.catch((error: unknown) => ruleOfTrigger(error)), column).toBe("vault.held");
    }
    await world.do("investigator", amendIdentity, { identityId, seen: 1, relatives: "a brother too" });
    const toldOf = async () =>
      (await world.fresh.store.read.select().from(notices).where(eq(notices.recordId, personId))).map(
        ({ kind, humanId }) => `${kind} ${humanId}`,
      );
    expect(await toldOf()).toEqual([]);
    await world.do("legal_officer", liftHold, { holdId, version: 1, reason: "over" });
    expect(await empty(2)).toBe("answered");
    expect((await toldOf()).toSorted()).toEqual(
      (["protection_officer", "senior_reviewer"] as const)
        .map((as) => `identity_emptied ${world.person(as).humanId}`)
        .toSorted(),
    );
    const { version } = await world.ask("investigator", readWitness, { witnessId: personId });
    await world.do("protection_officer", retractWitness, { witnessId: personId, version, reason: "twice" });
    const late = world.do("investigator", amendIdentity, { identityId, seen: 3, name: "Late" });
    expect(await soundOf(late)).toBe("Conflict record.retracted");
  });

  it("does not open in the row of another, in another column or from an older version, and says so in the log", async () => {
    const [one, other] = [await anIdentity(world), await anIdentity(world)];
    const rowOf = async ({ identityId }: { identityId: string }) => {
      const [row] = await world.fresh.store.read
        .select()
        .from(identities)
        .where(eq(identities.id, identityId));
      if (!row) throw new Error("no row");
      return row;
    };
    const [before, theirs] = [await rowOf(one), await rowOf(other)];
    await world.do("investigator", amendIdentity, { identityId: one.identityId, seen: 1, likeness: "other" });
    const after = await rowOf(one);
    const put = (column: string, sealed: string | null) =>
      world.fresh.directSql(
        `update identities set ${column} = '${sealed ?? ""}' where id = '${one.identityId}'`,
      );
    const swaps: [string, string | null, string | null][] = [
      ["names", theirs.names, after.names],
      ["relatives", after.likeness, after.relatives],
      ["names", before.names, after.names],
      ["papers", "", after.papers],
    ];
    for (const [column, sealed, right] of swaps) {
      await put(column, sealed);
      const seq = await lastSeq(world);
      const error = await open(one.identityId).catch((thrown: unknown) => thrown as Refused);
      expect(error).toMatchObject({ rule: "vault.unreadable" });
      const [event] = await eventsSince(world, seq);
      expect([event?.dec, event?.obj]).toEqual(["deny", one.identityId]);
      await put(column, right);
    }
    expect(await soundOf(open(one.identityId))).toBe("answered");
  });

  it("is recorded of nobody who stays anonymous, past the program either, until they want to be known", async () => {
    const { id: personId } = await aWitness(world);
    const { id: anonymityId } = await world.do("investigator", stayAnonymous, { personId });
    const recorded = () =>
      soundOf(world.do("investigator", recordIdentity, { ...identity(world), personId }));
    expect(await recorded()).toBe("Conflict vault.anonymous");
    const direct = world.fresh.directSql(
      `insert into identities (id, version, case_id, person_id, witness_id, key_id, demands_second, recorded_at, recorded_by, updated_at, updated_by) values ('id_1', 1, '${world.caseId}', '${personId}', '${personId}', 'k', ${dialect === "sqlite" ? "0" : "false"}, 1, 'a', 1, 'a')`,
    );
    expect(await direct.catch((error: unknown) => ruleOfTrigger(error))).toBe("vault.anonymous");
    const { may, anonymity } = await world.ask("investigator", readIdentity, { personId });
    expect([may.record, anonymity?.id]).toEqual([false, anonymityId]);
    await world.do("investigator", endAnonymity, { anonymityId, version: 1, reason: "she says so" });
    expect(await recorded()).toBe("answered");
    expect(await soundOf(world.do("investigator", stayAnonymous, { personId }))).toBe(
      "Conflict vault.recorded",
    );
  });
});

/** An opening past the program, by somebody of the world. */
const directReveal = ({ caseId, person }: World, identityId: string, personId: string): string => {
  const { humanId, accountId } = person("protection_officer");
  return `insert into reveals (id, version, case_id, person_id, identity_id, status, reason, asked_at, asked_by_human_id, asked_by, opened_at, shown_until, session_mark) values ('rv_1', 1, '${caseId}', '${personId}', '${identityId}', 'opened', 'contact', 1, '${humanId}', '${accountId}', 1, 2, 'm')`;
};

describe("opening an identity", () => {
  it("takes a reason, tells those who keep the vault, and closes by itself for good", async () => {
    const { identityId, personId } = await anIdentity(world);
    const seq = await lastSeq(world);
    const asked = (reasonCode: "other" | null, why: string | null) =>
      soundOf(world.do("protection_officer", revealIdentity, { identityId, reasonCode, why }));
    expect(await asked(null, null)).toBe("Refused vault.reason_needed");
    expect(await asked("other", null)).toBe("Error: invalid input: why required");
    expect(await asked("other", "they c")).toBe("Error: invalid input: why too_short");
    expect(await soundOf(open(identityId, "reviewer"))).toBe("NotFound");
    expect(await soundOf(open(identityId, "investigator"))).toBe("Refused role.missing");
    const { id, shownUntil } = await open(identityId, "protection_officer", "kanari called us today");
    const { opened } = await read(id);
    expect(opened.names?.name).toBe(identity(world).name);
    expect(await soundOf(read(id, "senior_reviewer"))).toBe("Refused reveal.of_another");
    const events = (await eventsSince(world, seq)).filter(({ dec }) => dec === "allow");
    expect(events.map(({ act, reason, obj }) => [act, reason, obj])).toEqual([
      ["identity.reveal", "other", identityId],
      ["identity.readRevealed", "other", identityId],
    ]);
    expect(JSON.stringify(events)).not.toContain("kanari");
    expect(await detailsSince(seq)).toContainEqual({ reason: "kanari called us today" });
    const told = await world.fresh.store.read.select().from(notices).where(eq(notices.recordId, personId));
    expect(told.map(({ kind, humanId }) => [kind, humanId])).toEqual([
      ["identity_opened", world.person("senior_reviewer").humanId],
    ]);
    world.pass(SHOWN_MS - 1);
    expect(await soundOf(read(id))).toBe("answered");
    world.pass(1);
    expect([shownUntil, await soundOf(read(id))]).toEqual([world.now(), "Conflict reveal.over"]);
  });

  it("takes a second person where the identity demands one, for one opening within a day", async () => {
    const { identityId, personId, revealId, version } = await askedToReveal(world);
    expect(await soundOf(open(identityId))).toBe("Conflict vault.second_needed");
    const approve = (as: PersonKey) => soundOf(world.do(as, approveReveal, { revealId, version }));
    expect(await approve("protection_officer")).toBe("Refused vault.second_person");
    const { humanId } = world.person("protection_officer");
    const direct = (changes: string) =>
      world.fresh
        .directSql(`update reveals set ${changes} where id = '${revealId}'`)
        .catch((error: unknown) => ruleOfTrigger(error));
    const decided = `decided_at = 1, usable_until = 2, decided_by_human_id = '${humanId}'`;
    expect(await direct(`status = 'approved', ${decided}`)).toBe("vault.second_person");
    expect(await direct("status = 'opened', opened_at = 1")).toBe("vault.stands");
    expect(await approve("senior_reviewer")).toBe("answered");
    // Not for whoever agreed, and once.
    expect(await soundOf(open(identityId, "senior_reviewer"))).toBe("Conflict vault.second_needed");
    const { id } = await open(identityId);
    expect([id, (await read(id)).reason]).toEqual([revealId, "other"]);
    expect(await soundOf(open(identityId))).toBe("Conflict vault.second_needed");

    const again = { identityId, reasonCode: "danger" as const };
    const { id: late } = await world.do("protection_officer", requestReveal, again);
    await world.do("senior_reviewer", approveReveal, { revealId: late, version: 1 });
    // What it opens is shown to the account that asked, so another one of the same person does not use it up.
    const { accountId } = world.person("protection_officer");
    const usable = async (as: string) =>
      (await usableReveal(world.fresh.store.read, identityId, { humanId, accountId: as }, world.now()))?.id;
    expect([await usable(accountId), await usable("a_other")]).toEqual([late, undefined]);
    world.pass(24 * 3_600_000 + 1);
    expect(await soundOf(open(identityId))).toBe("Conflict vault.second_needed");
    const { isPermitted } = await world.ask("protection_officer", readIdentity, { personId });
    expect(isPermitted).toBe(false);
    const off = world.fresh.directSql(
      `update identities set demands_second = ${dialect === "sqlite" ? "0" : "false"} where id = '${identityId}'`,
    );
    expect(await off.catch((error: unknown) => ruleOfTrigger(error))).toBe("vault.second_stays");
  });

  it("is listed for those who keep the vault also where the words of one request cannot be read", async () => {
    const { revealId } = await askedToReveal(world);
    const columns =
      "version, case_id, person_id, identity_id, status, reason, asked_at, asked_by_human_id, asked_by";
    await world.fresh.directSql(
      `insert into reveals (id, why, ${columns}) select 'rv_broken', 'broken', ${columns} from reveals where id = '${revealId}'`,
    );
    const { asked } = await world.ask("senior_reviewer", listReveals, { caseId: world.caseId, page: {} });
    const told = asked
      .filter(({ id }) => id === revealId || id === "rv_broken")
      .map(({ id, why, isUnreadable }) => [id, why, isUnreadable]);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual([revealId, world.marked("they asked us to call"), false]);
    expect(told).toContainEqual(["rv_broken", null, true]);
  });

  it("takes a second person for every identity of a case that demands one, and goes on to", async () => {
    const there = await world.again();
    try {
      const { identityId, personId } = await anIdentity(there);
      const opened = (as: PersonKey) =>
        soundOf(there.do(as, revealIdentity, { identityId, reasonCode: "contact" }));
      const demand = (as: PersonKey) => soundOf(there.do(as, demandSecondPerson, { caseId: there.caseId }));
      const asked = () =>
        there.do("protection_officer", requestReveal, { identityId, reasonCode: "contact" });
      expect(await soundOf(asked())).toBe("Conflict vault.no_second_needed");
      expect(await demand("investigator")).toBe("Refused role.missing");
      expect(await demand("stranger")).toBe("NotFound");
      expect(await demand("senior_reviewer")).toBe("answered");
      expect(await demand("protection_officer")).toBe("Conflict vault.demanded");
      for (const as of ["protection_officer", "senior_reviewer"] as const)
        expect(await opened(as), as).toBe("Conflict vault.second_needed");
      // One that is recorded later is no exception.
      const later = await anIdentity(there);
      const input = { identityId: later.identityId, reasonCode: "contact" as const };
      expect(await soundOf(there.do("protection_officer", revealIdentity, input))).toBe(
        "Conflict vault.second_needed",
      );
      const { id: revealId } = await asked();
      const approve = (as: PersonKey) => soundOf(there.do(as, approveReveal, { revealId, version: 1 }));
      expect(await approve("protection_officer")).toBe("Refused vault.second_person");
      expect(await approve("senior_reviewer")).toBe("answered");
      const { identity: shown, isPermitted } = await there.ask("protection_officer", readIdentity, {
        personId,
      });
      expect([shown?.demandsSecond, shown?.isDemandedByCase, isPermitted]).toEqual([true, true, true]);
      expect(await opened("senior_reviewer")).toBe("Conflict vault.second_needed");
      expect([await opened("protection_officer"), await opened("protection_officer")]).toEqual([
        "answered",
        "Conflict vault.second_needed",
      ]);
      const past = (statement: string) =>
        there.fresh.directSql(statement).catch((error: unknown) => ruleOfTrigger(error));
      expect(await past("delete from identity_demands")).toBe("record.never_deleted");
      expect(await past("update identity_demands set case_id = 'c_other'")).toBe("vault.second_stays");
      expect(await past(directReveal(there, identityId, personId))).toBe("vault.second_needed");
    } finally {
      await there.close();
      world.enter();
    }
  });

  it("shows nothing of what was opened to anybody but its opener, whatever their role", async () => {
    const { revealId } = await aReveal(world);
    for (const as of [
      "administrator",
      "auditor",
      "reviewer",
      "legal_officer",
      "investigator",
      "stranger",
    ] as const)
      expect(await soundOf(read(revealId, as)), as).toBe("NotFound");
  });
});

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { notices } from "#db/schema/index.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { listNotices } from "#lib/notices/queries/list-notices.ts";
import { everything, eventsSince, lastSeq } from "#lib/testing/everything.ts";
import { anIdentity } from "#lib/testing/specimens/vault.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendIdentity } from "./commands/amend-identity.ts";
import { seekPerson } from "./queries/seek-person.ts";
import { SEEKS_MAX, SEEKS_MS } from "./words.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const sought = async (typed: object) => {
  const { rows } = await world.ask("investigator", seekPerson, { caseId: world.caseId, ...typed });
  return rows.map(({ id, by }) => [id, ...by]);
};

it("finds a person by name in either spelling, part of it, number, mail and paper, and says how many accounts there are", async () => {
  const { personId, identityId } = await anIdentity(world, {
    name: "أَحمد خالد المُصري",
    aliases: [{ alias: "Ahmad Khaled al-Masri" }],
    phones: [{ phone: "+963 944 123 456" }],
    emails: [{ email: "Ahmad.M@Example.org" }],
    papers: [{ paper: "No. 04-1234/ب" }],
  });
  await aTestimony(world, { witnessId: personId });
  const finds: [object, string[]][] = [
    [{ name: "احمد المصري" }, ["name"]],
    [{ name: "المصرى أحمد" }, ["name"]],
    [{ name: "AHMAD ALMASRI" }, ["alias"]],
    [{ name: "Masri, Ahmad Khaled" }, ["alias"]],
    [{ phone: "٠٩٤٤ ١٢٣ ٤٥٦" }, ["phone"]],
    [{ phone: "00963-944-123456" }, ["phone"]],
    [{ email: " ahmad.m@example.ORG" }, ["email"]],
    [{ paper: "no 041234 ب" }, ["paper"]],
    [{ name: "Ahmad Masri", phone: "0944123456" }, ["alias", "phone"]],
  ];
  for (const [typed, by] of finds)
    expect(await sought(typed), JSON.stringify(typed)).toEqual([[personId, ...by]]);
  for (const typed of [{ name: "Ahmad Other" }, { phone: "0944123457" }, { name: "ا" }])
    expect(await sought(typed), JSON.stringify(typed)).toEqual([]);
  const { rows } = await world.ask("investigator", seekPerson, { caseId: world.caseId, phone: "0944123456" });
  expect(rows[0]).toMatchObject({ accounts: 1, case: { id: world.caseId } });
  expect(await soundOf(sought({}))).toBe("Error: invalid input: name required");
  // What it no longer says finds nobody.
  await world.do("investigator", amendIdentity, {
    identityId,
    seen: 1,
    name: "Rana Other",
    clear: ["contacts"],
  });
  expect(await sought({ phone: "0944123456" })).toEqual([]);
  await world.do("investigator", amendIdentity, { identityId, seen: 2, phones: [{ phone: "0955 000 111" }] });
  // A former name is another name.
  expect(await sought({ name: "احمد المصري" })).toEqual([[personId, "alias"]]);
  expect(await sought({ name: "Other, Rana", phone: "0955000111" })).toEqual([[personId, "name", "phone"]]);
});

it("shows those first who fit best, and says when there are more than it shows", async () => {
  const many = { name: "Shared Commonname", phones: [], emails: [], papers: [], aliases: [] };
  for (let at = 0; at < 20; at++) await anIdentity(world, many);
  const seek = (typed: object) => world.ask("investigator", seekPerson, { caseId: world.caseId, ...typed });
  expect(await seek({ name: "Shared Commonname" })).toMatchObject({ hasMore: false });
  const whole = await anIdentity(world, { ...many, name: "Shared Commonname Third" });
  const both = await anIdentity(world, { ...many, phones: [{ phone: "0933 444 555" }] });
  const answer = await seek({ name: "Shared Commonname Third", phone: "0933 444 555" });
  expect([answer.hasMore, answer.rows.length]).toEqual([true, 20]);
  expect(answer.rows.slice(0, 2).map(({ id }) => id)).toEqual([both.personId, whole.personId]);
});

it("finds nobody who is hidden, keeps nothing of what was typed, and is in the log", async () => {
  const { personId } = await anIdentity(world, { phones: [{ phone: "0999 777 555" }] });
  const find = { phone: "0999777555" };
  expect(await sought(find)).toHaveLength(1);
  const seq = await lastSeq(world);
  await sought({ ...find, name: "Zoltan Vanishingword" });
  const [event] = await eventsSince(world, seq);
  expect(event).toMatchObject({ act: "identity.seek", shown: [`${personId}:1`], case: world.caseId });
  expect(await everything(world)).not.toMatch(/0999 ?777|vanishingword/i);
  const elsewhere = { caseId: world.otherCaseId, ...find };
  expect((await world.ask("stranger", seekPerson, elsewhere)).rows).toEqual([]);
  for (const as of ["reviewer", "senior_reviewer", "legal_officer"] as const)
    expect(await soundOf(world.ask(as, seekPerson, { caseId: world.caseId, ...find })), as).toBe(
      "Refused role.missing",
    );
  await world.do("investigator", placeRecord, { recordId: personId, add: 2, reason: "a child" });
  expect(await sought(find)).toEqual([]);
});

it("stops whoever tries a list of names, also all at once, tells those who keep the vault once, and goes on after an hour", async () => {
  world.pass(SEEKS_MS);
  const seq = await lastSeq(world);
  const tries = Array.from({ length: SEEKS_MAX + 5 }, (_, at) =>
    soundOf(sought({ name: `Zoltan Listed${at}` })),
  );
  const sounds = await Promise.all(tries);
  expect(sounds.filter((sound) => sound === "answered")).toHaveLength(SEEKS_MAX);
  expect(sounds.filter((sound) => sound === "Refused vault.too_many")).toHaveLength(5);
  const refused = (await eventsSince(world, seq)).filter(({ dec }) => dec === "deny");
  expect(refused).toHaveLength(5);
  expect(refused[0]).toMatchObject({
    act: "identity.seek",
    case: world.caseId,
    rules: ["vault.too_many"],
  });
  expect(
    await soundOf(world.ask("investigator2", seekPerson, { caseId: world.caseId, name: "Rana Other" })),
  ).toBe("answered");
  const told = await world.fresh.store.read.select().from(notices).where(eq(notices.kind, "seeking_many"));
  const keepers = ["protection_officer", "senior_reviewer"] as const;
  expect(told.map(({ humanId }) => humanId).toSorted()).toEqual(
    keepers.map((key) => world.person(key).humanId).toSorted(),
  );
  const { rows } = await world.ask("protection_officer", listNotices, { page: {} });
  expect(rows).toContainEqual(expect.objectContaining({ kind: "seeking_many", noun: "case" }));
  expect(JSON.stringify(told)).not.toMatch(/listed/i);
  world.pass(SEEKS_MS - 1);
  expect(await soundOf(sought({ name: "Zoltan Listed" }))).toBe("Refused vault.too_many");
  world.pass(1);
  expect(await soundOf(sought({ name: "Zoltan Listed" }))).toBe("answered");
});

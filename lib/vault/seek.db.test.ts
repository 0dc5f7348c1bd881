import { afterAll, beforeAll, expect, it } from "vitest";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { everything, eventsSince, lastSeq } from "#lib/testing/everything.ts";
import { anIdentity } from "#lib/testing/specimens/vault.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendIdentity } from "./commands/amend-identity.ts";
import { seekPerson } from "./queries/seek-person.ts";

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
    phones: [{ phone: "0955 000 111" }],
  });
  expect([await sought({ name: "احمد المصري" }), await sought({ phone: "0944123456" })]).toEqual([[], []]);
  expect(await sought({ phone: "0955000111" })).toEqual([[personId, "phone"]]);
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

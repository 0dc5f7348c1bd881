/** At every door, what is hidden is answered as what is absent: the same status and the same body, to the byte. */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { type Behind, behindTheDoors, doorSpecimens, sent } from "#lib/testing/door-specimens.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aWorld, MARKER, type World } from "#lib/testing/world.ts";
import { setPlan } from "#lib/contact/commands/set-plan.ts";
import { plan } from "#lib/testing/specimens/contact.ts";
import { newId } from "#lib/core/ids.ts";
import { anIdentity } from "#lib/testing/specimens/vault.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { commandDoor, queryDoor } from "./door.ts";
import { readDraftDoor, saveDraftDoor } from "./drafts.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid || null }));

let world: World;
let behind: Behind;
beforeAll(async () => {
  world = await aWorld();
  behind = await behindTheDoors(world);
});
afterAll(() => world.close());

const heard = async (response: Response) => ({
  status: response.status,
  text: await response.text(),
  headers: Object.fromEntries(response.headers),
});
const absent = (id: string) => `${id.slice(0, -6)}AbSeNt`;
const doors = Object.entries(doorSpecimens);

it.each(doors.filter(([, { about }]) => about !== undefined))(
  "%s answers a stranger, who is signed in, about what is hidden as about what is absent",
  async (_, { about = "caseId", knock }) => {
    cookie.sid = await signedIn(world, "stranger");
    const hidden = await heard(await knock(behind[about]));
    expect(hidden).toMatchObject({ status: 404 });
    expect(hidden).toEqual(await heard(await knock(absent(behind[about]))));
  },
);

it.each(doors)("%s tells whoever is not signed in nothing at all", async (_, { about = "caseId", knock }) => {
  cookie.sid = "";
  const hidden = await heard(await knock(behind[about]));
  expect(hidden).toMatchObject({ status: 401 });
  expect(hidden).toEqual(await heard(await knock(absent(behind[about]))));
});

it("gives no draft of a case back to its owner once their membership is over, and keeps those of no case", async () => {
  cookie.sid = await signedIn(world, "investigator2");
  const key = `${world.caseId}.testimony.save.${behind.testimonyId}`;
  const body = { version: 0, body: { base: `${MARKER} as it was loaded` } };
  expect((await saveDraftDoor(sent("PUT", body), key)).status).toBe(200);
  expect((await saveDraftDoor(sent("PUT", body), "of.no.case")).status).toBe(200);
  expect((await heard(await readDraftDoor(sent("GET"), key))).text).toContain(MARKER);

  const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
  const member = rows.find(({ accountId }) => accountId === world.person("investigator2").accountId);
  await world.do("administrator", endMembership, {
    memberId: member?.id ?? "",
    version: 1,
    reason: "term is over",
  });
  const gone = await heard(await readDraftDoor(sent("GET"), key));
  expect(gone).toMatchObject({ status: 404 });
  expect(gone.text).not.toContain(MARKER);
  const stale = await heard(await saveDraftDoor(sent("PUT", body), key));
  expect(stale).toMatchObject({ status: 404 });
  expect(stale.text).not.toContain(MARKER);
  expect((await heard(await readDraftDoor(sent("GET"), "of.no.case"))).text).toContain(MARKER);
});

it("opens a plan for safe contact for a reason alone, to whoever may and has just signed in", async () => {
  const { id: witnessId } = await aWitness(world);
  await world.do("investigator", setPlan, { ...plan(world), witnessId, seen: 0 });
  const knock = async (given: object) => {
    const answer = await queryDoor("contact.readPlan", sent("POST", { input: { witnessId, ...given } }));
    const { rule, plan: shown } = (await answer.json()) as { rule?: string; plan?: object };
    return [answer.status, rule ?? shown];
  };
  cookie.sid = await signedIn(world, "protection_officer");
  for (const blank of [{}, { reason: null }, { reason: "" }])
    expect(await knock(blank)).toEqual([403, "contact.reason_needed"]);
  expect(await knock({ reason: "emergency" })).toEqual([200, plan(world)]);
  world.pass(8 * 60_000);
  await knock({});
  world.pass(8 * 60_000);
  expect(await knock({ reason: "emergency" })).toEqual([403, "session.prove_again"]);
  cookie.sid = await signedIn(world, "reviewer");
  expect(await knock({ reason: "emergency" })).toEqual([404, undefined]);
});

it("opens an identity for a reason alone, to the session of whoever may and has just signed in", async () => {
  const { identityId } = await anIdentity(world);
  const knock = async (given: object) => {
    const body = { input: { identityId, ...given }, requestId: newId("request") };
    const answer = await commandDoor("identity.reveal", sent("POST", body));
    const text = await answer.text();
    expect(text).not.toContain(MARKER);
    const { rule, result } = JSON.parse(text) as { rule?: string; result?: { id: string } };
    return { status: answer.status, rule, id: result?.id ?? "" };
  };
  const shown = async (revealId: string) => {
    const answer = await queryDoor("identity.readRevealed", sent("POST", { input: { revealId } }));
    return [answer.status, (await answer.text()).includes(MARKER)];
  };
  cookie.sid = await signedIn(world, "protection_officer");
  for (const blank of [{}, { reasonCode: null }, { reasonCode: "" }])
    expect(await knock(blank)).toMatchObject({ status: 403, rule: "vault.reason_needed" });
  const { status, id } = await knock({ reasonCode: "danger" });
  expect([status, await shown(id)]).toEqual([200, [200, true]]);
  const first = cookie.sid;
  cookie.sid = await signedIn(world, "protection_officer");
  expect(await shown(id)).toEqual([409, false]);
  cookie.sid = first;
  world.pass(2 * 60_000);
  expect(await shown(id)).toEqual([409, false]);
  world.pass(6 * 60_000);
  await shown(id);
  world.pass(8 * 60_000);
  expect(await knock({ reasonCode: "danger" })).toMatchObject({ status: 403, rule: "session.prove_again" });
  cookie.sid = await signedIn(world, "reviewer");
  expect(await knock({ reasonCode: "danger" })).toMatchObject({ status: 404 });
});

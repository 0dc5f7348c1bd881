/** At every door, what is hidden is answered as what is absent: the same status and the same body, to the byte. */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { type Behind, behindTheDoors, doorSpecimens, sent } from "#lib/testing/door-specimens.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aWorld, MARKER, type World } from "#lib/testing/world.ts";
import { setPlan } from "#lib/contact/commands/set-plan.ts";
import { plan } from "#lib/testing/specimens/contact.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { queryDoor } from "./door.ts";
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

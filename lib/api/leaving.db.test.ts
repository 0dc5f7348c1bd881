import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { leave } from "#lib/leaving/commands/leave.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { anAssignment } from "#lib/testing/specimens/assignments.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { commandDoor, queryDoor } from "./door.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const sent = (body: object) =>
  new Request("http://localhost:3000/api", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const mine = async (sid: string) => {
  cookie.sid = sid;
  const answer = await queryDoor("assignment.listMine", sent({ input: { caseId: world.caseId, page: {} } }));
  return { status: answer.status, body: (await answer.json()) as { rows?: { recordId: string }[] } };
};

it("hands over by one request: the next of who left is refused, and the work is the successor's", async () => {
  const { recordId } = await anAssignment(world, "investigator2");
  const [leaver, successor] = [await signedIn(world, "investigator2"), await signedIn(world, "investigator")];
  expect((await mine(leaver)).body.rows?.map((row) => row.recordId)).toEqual([recordId]);
  const input = {
    accountId: world.person("investigator2").accountId,
    version: 1,
    reason: "leaves for another house",
    successors: [{ caseId: world.caseId, accountId: world.person("investigator").accountId }],
  };
  const act = () => commandDoor(leave.name, sent({ input, requestId: crypto.randomUUID() }));
  cookie.sid = successor;
  expect((await act()).status).toBe(404);
  cookie.sid = await signedIn(world, "administrator");
  expect((await act()).status).toBe(200);
  expect((await mine(leaver)).status).toBe(401);
  expect((await mine(successor)).body.rows?.map((row) => row.recordId)).toEqual([recordId]);
});

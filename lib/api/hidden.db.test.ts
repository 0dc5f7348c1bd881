/** At every door, what is hidden is answered as what is absent: the same status and the same body, to the byte. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { anExport } from "#lib/testing/specimens/exports.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, MARKER, type World } from "#lib/testing/world.ts";
import { attachmentBytes, attachmentDoor } from "./attachments.ts";
import { commandDoor, queryDoor } from "./door.ts";
import { discardDraftDoor, readDraftDoor, saveDraftDoor } from "./drafts.ts";
import { exportBytes } from "./exports.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

let world: World;
let testimonyId: string;
let exportId: string;
let attachmentId: string;
beforeAll(async () => {
  world = await aWorld();
  testimonyId = (await aTestimony(world)).id;
  exportId = (await anExport(world)).id;
  cookie.sid = await signedIn(world, "investigator");
  const uploaded = await upload(testimonyId);
  attachmentId = (JSON.parse(uploaded.text) as { result: { id: string } }).result.id;
});
afterAll(() => world.close());

const heard = async (response: Response) => ({
  status: response.status,
  text: await response.text(),
  headers: Object.fromEntries(response.headers),
});
const sent = (method: string, body?: unknown) =>
  new Request("http://localhost:3000/api", {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const upload = async (to: string) => {
  const headers = {
    "x-request-id": crypto.randomUUID(),
    "x-file-name": Buffer.from("scan").toString("base64url"),
  };
  const request = new Request("http://localhost:3000/api", { method: "POST", headers, body: "bytes" });
  return heard(await attachmentDoor(request, to));
};
const absent = (id: string) => `${id.slice(0, -6)}AbSeNt`;

describe("to a stranger, who is signed in", () => {
  beforeAll(async () => {
    cookie.sid = await signedIn(world, "stranger");
  });

  it.each<[string, () => string, (id: string) => Promise<unknown>]>([
    ["a file", () => attachmentId, async (id) => heard(await attachmentBytes(id))],
    ["a testimony to attach to", () => testimonyId, upload],
    ["an export", () => exportId, async (id) => heard(await exportBytes(sent("POST"), id))],
    [
      "a testimony to ask for",
      () => testimonyId,
      async (id) => heard(await queryDoor("testimony.read", sent("POST", { input: { testimonyId: id } }))),
    ],
    [
      "a testimony to submit",
      () => testimonyId,
      async (id) => {
        const body = { input: { testimonyId: id, version: 1 }, requestId: crypto.randomUUID() };
        return heard(await commandDoor("testimony.submit", sent("POST", body)));
      },
    ],
    ["a draft to read", () => world.caseId, async (id) => heard(await readDraftDoor(sent("GET"), `${id}.x`))],
    [
      "a draft to save",
      () => world.caseId,
      async (id) => heard(await saveDraftDoor(sent("PUT", { version: 0, body: 1 }), `${id}.x`)),
    ],
    [
      "a draft to throw away",
      () => world.caseId,
      async (id) => heard(await discardDraftDoor(sent("DELETE"), `${id}.x`)),
    ],
  ])("%s", async (_, id, knock) => {
    const hidden = await knock(id());
    expect(hidden).toMatchObject({ status: 404 });
    expect(hidden).toEqual(await knock(absent(id())));
  });
});

it("tells whoever is not signed in nothing at all", async () => {
  cookie.sid = "";
  for (const id of [attachmentId, absent(attachmentId)])
    expect(await attachmentBytes(id)).toMatchObject({ status: 401 });
  expect(await upload(testimonyId)).toMatchObject({ status: 401 });
  expect((await readDraftDoor(sent("GET"), `${world.caseId}.x`)).status).toBe(401);
});

it("gives no draft of a case back to its owner once their membership is over, and keeps those of no case", async () => {
  cookie.sid = await signedIn(world, "investigator2");
  const key = `${world.caseId}.testimony.save.${testimonyId}`;
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

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as schema from "#db/schema/index.ts";
import { auditEvents, cases, drafts, places } from "#db/schema/index.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { commandDoor, queryDoor } from "./door.ts";
import { readDraftDoor, saveDraftDoor } from "./drafts.ts";
import { localeDoor } from "./locale.ts";
import { setupDoor } from "./setup.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

const NUL = "a\u0000b";
const LONE = "a\ud800b";
const HUGE = 9_007_199_254_740_991;
const JSON_TYPE = { "content-type": "application/json" };

let world: World;
let testimonyId: string;
let before: string;
beforeAll(async () => {
  world = await aWorld();
  testimonyId = (await aTestimony(world)).id;
  cookie.sid = await signedIn(world, "investigator");
  before = await kept();
});
afterAll(() => world.close());

/** What must not change: the rows of what was attacked, and how many acts the log says succeeded. */
async function kept(): Promise<string> {
  const { read } = world.fresh.store;
  const events = await read.select({ decision: auditEvents.decision }).from(auditEvents);
  return JSON.stringify([
    await read.select().from(places),
    await read.select().from(cases),
    await read.select().from(drafts),
    await read.$count(schema.accounts),
    await read.$count(schema.receipts),
    events.filter(({ decision }) => decision === "allow").length,
  ]);
}

function sent(body: BodyInit, headers: Record<string, string> = JSON_TYPE, method = "POST"): Request {
  const init = { method, headers, body };
  return new Request("http://localhost:3000/api", init);
}
const json = (value: unknown) => sent(JSON.stringify(value));
const ask = (name: string, input: unknown) => queryDoor(name, json({ input }));
const act = (name: string, input: unknown) =>
  commandDoor(name, json({ input, requestId: crypto.randomUUID() }));

async function expectNo(response: Response, status: number, paths?: string[]) {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  if (paths) {
    const { fields } = JSON.parse(text) as { fields: { path: string }[] };
    expect([...new Set(fields.map(({ path }) => path))]).toEqual(paths);
  }
  expect(await kept()).toBe(before);
}

const place = (changes: object = {}) => ({
  caseId: world.caseId,
  name: "A village",
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
  ...changes,
});

describe("a body that is none", () => {
  const doors: [string, (request: Request) => Promise<Response>][] = [
    ["the door of commands", (request) => commandDoor("place.record", request)],
    ["the door of queries", (request) => queryDoor("place.list", request)],
    ["the door of drafts", (request) => saveDraftDoor(request, "key")],
    ["the door of the first run", setupDoor],
  ];
  describe.each(doors)("%s", (_, door) => {
    it.each<[string, () => Request, number]>([
      ["half a JSON", () => sent('{"input": {'), 422],
      ["nothing", () => sent(""), 422],
      ["a list", () => sent("[1]"), 422],
      ["null", () => sent("null"), 422],
      ["a form", () => sent("input=1", { "content-type": "application/x-www-form-urlencoded" }), 422],
      ["no type", () => sent(new Uint8Array([1, 2, 3]), {}), 422],
      ["13 levels", () => sent(`{"input":${"[".repeat(12)}${"]".repeat(12)}}`), 422],
      ["a million levels", () => sent(`{"input":${"[".repeat(1e6)}${"]".repeat(1e6)}}`), 422],
      ["five megabytes", () => sent(JSON.stringify({ input: "x".repeat(5e6) })), 413],
    ])("refuses %s", async (_name, request, status) => {
      await expectNo(await door(request()), status);
    });
  });

  it("takes the place that the others spoil, so that these tests can fail", async () => {
    expect((await act("place.record", place())).status).toBe(200);
    before = await kept();
  });

  it("wants a request id for an act", async () => {
    await expectNo(await commandDoor("place.record", json({ input: place() })), 422, ["requestId"]);
    const odd = json({ input: place(), requestId: { a: 1 } });
    await expectNo(await commandDoor("place.record", odd), 422, ["requestId"]);
  });
});

describe("text that cannot be kept", () => {
  it.each([NUL, LONE])("is named by its field in a command (%j)", async (bad) => {
    await expectNo(await act("place.record", place({ name: bad })), 422, ["name"]);
    const summary = { caseId: world.caseId, version: 1, title: "A case", titleAr: bad, summary: bad };
    await expectNo(await act("case.amend", summary), 422, ["titleAr", "summary"]);
  });

  it.each([NUL, LONE])("is refused in a password and in the first run (%j)", async (bad) => {
    cookie.sid = await signedIn(world, "administrator");
    before = await kept();
    const account = { name: "somebody", displayName: "Somebody", password: `a long password ${bad}` };
    const password = { password: account.password };
    await expectNo(await act("account.changePassword", password), 422, ["password"]);
    await expectNo(await setupDoor(json({ code: bad, input: account })), 422, ["code"]);
    cookie.sid = await signedIn(world, "investigator");
    before = await kept();
  });

  it.each([NUL, LONE])("is named in a question, a list of rows and a draft (%j)", async (bad) => {
    await expectNo(await ask("place.suggest", { caseId: world.caseId, text: bad }), 422, ["text"]);
    await expectNo(await ask("place.list", { caseId: bad, page: { after: bad } }), 422, [
      "caseId",
      "page.after",
    ]);
    const lists = Object.fromEntries(
      ["sources", "places", "actors", "violations", "incidents", "figures", "media_items"].map((name) => [
        name,
        [],
      ]),
    );
    const files = { ...lists, accounts: [{ id: bad }], proceedings: [], chronology: [] };
    await expectNo(await act("import.coastal", { caseId: world.caseId, files }), 422, [
      "files.accounts.0.id",
    ]);
    const draft = sent(JSON.stringify({ version: 0, body: { values: { note: bad } } }), JSON_TYPE, "PUT");
    await expectNo(await saveDraftDoor(draft, "place.record"), 422, ["body.values.note"]);
  });

  it("is refused as the name of a field too", async () => {
    await expectNo(await act("place.record", { ...place(), [LONE]: 1 }), 422);
  });

  it("leaves a text alone whose letters need two halves", async () => {
    const draft = sent(JSON.stringify({ version: 0, body: "𐤀 is one letter" }), JSON_TYPE, "PUT");
    const response = await saveDraftDoor(draft, "place.record");
    expect(response.status).toBe(200);
    before = await kept();
  });
});

describe("numbers beyond their column", () => {
  it.each([HUGE, 1e300, 2_147_483_648, -1, 0, 1.5])("%d as a version that is compared", async (number) => {
    const asked = { testimonyId, before: number, after: 1 };
    await expectNo(await ask("testimony.compare", asked), 422, ["before"]);
    await expectNo(await ask("testimony.compare", { ...asked, before: 1, after: number }), 422, ["after"]);
  });

  it("as a row version, an instant and the version of a draft", async () => {
    const amended = { caseId: world.caseId, version: HUGE, title: "A", titleAr: null, summary: "A" };
    await expectNo(await act("case.amend", amended), 422, ["version"]);
    for (const version of [HUGE, -1, 0.5, "0", null]) {
      const draft = sent(JSON.stringify({ version, body: 1 }), JSON_TYPE, "PUT");
      await expectNo(await saveDraftDoor(draft, "place.record"), 422, ["version"]);
    }
  });
});

it("refuses a key of an import that comes from outside, so that none is occupied", async () => {
  await expectNo(await act("place.record", place({ importKey: "places:plc_x" })), 422, ["importKey"]);
});

describe("names and keys that nobody has", () => {
  it.each(["", "no.such", "__proto__", "constructor", "place.record\u0000"])("%j", async (name) => {
    await expectNo(await act(name, {}), 404);
    await expectNo(await ask(name, {}), 404);
  });

  it.each(["", "../x", "a b", "x".repeat(121), "\u0000"])("the draft %j", async (key) => {
    await expectNo(await readDraftDoor(new Request("http://localhost:3000/api"), key), 422, ["key"]);
  });
});

describe("the language", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  it("refuses another type, another language and a body without end", async () => {
    await expectNo(await localeDoor(json({ locale: "ar" })), 422, [""]);
    await expectNo(await localeDoor(sent("locale=xx", form)), 422, ["locale"]);
    await expectNo(await localeDoor(sent(`locale=${"a".repeat(5e6)}`, form)), 413);
  });

  it.each([
    ["/cases?page=2", "/cases?page=2"],
    ["//elsewhere.example/x", "/"],
    ["/\\elsewhere.example", "/"],
    ["/.//elsewhere.example", "/"],
    ["/..//elsewhere.example", "/"],
    ["/a/..//elsewhere.example", "/"],
    ["/%2e//elsewhere.example", "/"],
    ["https://elsewhere.example", "/"],
  ])("keeps it in a cookie and leads from %s to %s", async (to, there) => {
    const response = await localeDoor(sent(`locale=ar&to=${encodeURIComponent(to)}`, form));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(there);
    expect(response.headers.get("set-cookie")).toMatch(/=ar; .*HttpOnly/);
  });

  it("sends the cookie by https alone where people come by https, whatever a request says of its way", async () => {
    const cookieOf = async () =>
      (await localeDoor(sent("locale=ar", { ...form, "x-forwarded-proto": "https" }))).headers.get(
        "set-cookie",
      );
    expect(await cookieOf()).not.toContain("Secure");
    vi.stubEnv("ATTEST_URL", "https://attest.example");
    expect(await cookieOf()).toMatch(/; Secure$/);
    vi.stubEnv("ATTEST_URL", "");
  });
});

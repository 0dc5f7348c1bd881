import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { API_HEADERS, FIXED_HEADERS } from "#lib/platform/response-headers.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { answerAtDoor } from "./node-door.ts";

const session = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({
  sessionInCookie: async (header: string | null) => (header === "signed=in" ? session.sid : null),
}));

let world: World;
let server: Server;
let at: string;
beforeAll(async () => {
  world = await aWorld();
  session.sid = await signedIn(world, "investigator");
  for (let number = 0; number < 20; number++) await aPlace(world);
  server = createServer((request, response) => {
    if (answerAtDoor(request, response)) return;
    request.resume();
    response.writeHead(418).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await world.close();
});

const PERSON = { cookie: "signed=in", "content-type": "application/json" };
const send = (path: string, body: unknown, headers: Record<string, string> = PERSON) =>
  fetch(at + path, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) });
const list = (headers: Record<string, string> = {}) =>
  send("/api/v1/ask/place.list", { input: { caseId: world.caseId, page: {} } }, { ...PERSON, ...headers });

describe("a door on the bare server", () => {
  it("answers a question, whole and with all headers of its kind, compressed for those who take it", async () => {
    const [plain, packed] = [
      await list({ "accept-encoding": "identity" }),
      await list({ "accept-encoding": "gzip, br" }),
    ];
    const fixed = { ...FIXED_HEADERS, ...API_HEADERS, "content-type": "application/json" };
    for (const answer of [plain, packed])
      expect(Object.fromEntries(answer.headers)).toMatchObject({ ...fixed, vary: "accept-encoding" });
    expect([plain, packed].map(({ headers }) => headers.get("content-encoding"))).toEqual([null, "gzip"]);
    expect(await packed.json()).toEqual(await plain.json());
  });

  it("carries out a command once, however often it comes", async () => {
    const { id } = await aPlace(world);
    const act = { input: { placeId: id, version: 1, reason: "entered twice" }, requestId: "one-human-act" };
    const answers = [
      await send("/api/v1/place.retract", act),
      await send("/api/v1/place.retract", act),
      await send("/api/v1/place.retract", { ...act, requestId: "another-human-act" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 409]);
  });

  it.each<[string, number, () => Promise<Response>]>([
    ["nobody", 401, () => send("/api/v1/ask/place.list", {}, { "content-type": "application/json" })],
    ["a page of another site", 404, () => list({ origin: "https://elsewhere.example" })],
    ["a verb that there is not", 404, () => send("/api/v1/place.burn", { input: {} })],
    ["half a JSON", 422, () => send("/api/v1/ask/place.list", '{"input":')],
    ["a body beyond the bound", 413, () => send("/api/v1/ask/place.list", { input: "x".repeat(5e6) })],
  ])("turns away %s, as a problem with all headers", async (_, status, asked) => {
    const answer = await asked();
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ ...FIXED_HEADERS, ...API_HEADERS });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status });
  });

  it("leaves everything else to the pages", async () => {
    const others = [
      await fetch(`${at}/api/v1/ask/place.list`, { headers: PERSON }),
      await send("/api/v1/ask/place.list?x=1", {}),
      await send("/api/v1/ask/ask/place.list", {}),
      await send("/api/drafts/place.list", {}),
    ];
    expect(others.map(({ status }) => status)).toEqual([418, 418, 418, 418]);
  });

  it("survives whoever hangs up in the middle", async () => {
    const stop = new AbortController();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"input":'));
        setImmediate(() => stop.abort());
      },
    });
    const init = { method: "POST", headers: PERSON, body, duplex: "half", signal: stop.signal };
    await expect(fetch(`${at}/api/v1/ask/place.list`, init as RequestInit)).rejects.toThrow("aborted");
    expect((await list()).status).toBe(200);
  });
});

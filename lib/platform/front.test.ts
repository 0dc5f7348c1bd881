import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answeredInFront } from "./front.ts";
import { FIXED_HEADERS } from "./response-headers.ts";

let server: Server;
let isHttps = true;
beforeAll(async () => {
  server = createServer((incoming, response) => {
    if (answeredInFront(incoming, response, isHttps)) return;
    incoming.resume();
    response.writeHead(218, { "content-type": "text/plain" }).end("let in");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

interface Got {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
}

/** A request as any program may send it, also as no browser would. */
function send(method: string, path: string, headers: Record<string, string> = {}, body = ""): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, failed) => {
    const sent = request({ port, host: "127.0.0.1", method, path, headers }, (answer) => {
      answer.resume();
      done({ status: answer.statusCode, headers: answer.headers });
    });
    sent.on("error", failed);
    sent.end(body);
  });
}

describe("in front of everything", () => {
  it("every answer carries the headers that never change, and is kept by no cache, scripts apart", async () => {
    for (const [method, path] of [
      ["GET", "/cases/"],
      ["TRACE", "/"],
      ["POST", "/api/v1/place.list"],
    ] as const)
      expect((await send(method, path)).headers).toMatchObject({
        ...FIXED_HEADERS,
        "cache-control": "no-store",
      });
    expect((await send("GET", "/_next/static/a.js")).headers["cache-control"]).toBeUndefined();
  });

  it("https is asked for in future where people come by it, and nowhere else", async () => {
    const policy = async () => (await send("GET", "/")).headers["strict-transport-security"];
    expect(await policy()).toBe("max-age=63072000; includeSubDomains");
    isHttps = false;
    expect(await policy()).toBeUndefined();
    isHttps = true;
  });

  it("signing out empties the browser's cache, and asking for a page does not", async () => {
    const told = async (method: string, path: string) =>
      (await send(method, path)).headers["clear-site-data"];
    expect(await told("POST", "/api/auth/signout")).toBe('"cache"');
    expect(await told("POST", "/api/leave")).toBe('"cache"');
    expect(await told("GET", "/api/auth/signout")).toBeUndefined();
    expect(await told("POST", "/api/auth/callback/credentials")).toBeUndefined();
  });

  it.each(["TRACE", "PATCH", "PROPFIND"])("the method %s goes no further", async (method) => {
    const { status, headers } = await send(method, "/api/health");
    expect(status).toBe(405);
    expect(headers["allow"]).toContain("GET");
  });

  it.each(["/api/auth/callback/credentials", "/api/%61uth/callback/credentials", "/sign-in", "/api/nothing"])(
    "a body for %s is small and says how long it is",
    async (path) => {
      expect((await send("POST", path, {}, "name=a&password=b")).status).toBe(218);
      expect((await send("POST", path, { "content-length": "65537" })).status).toBe(413);
      expect((await send("POST", path, { "transfer-encoding": "chunked" }, "name=a")).status).toBe(411);
    },
  );

  it.each(["/api/v1/place.record", "/api/testimonies/t_1/attachments", "/api/setup"])(
    "a body for %s is left to the door, which bounds it",
    async (path) => {
      expect((await send("POST", path, {}, "x".repeat(100_000))).status).toBe(218);
    },
  );
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WrongSecret } from "#lib/platform/key-ring.ts";
import { type LockedDoor, lockedDoor } from "./locked-door.ts";

const RIGHT = "كلمة السر الطويلة جدا هنا";
let server: Server;
let base: string;
let door: LockedDoor;
let now = 0;
let unlocked: string[] = [];
let told: unknown[] = [];
let opening: (typed: string) => Promise<void>;

beforeEach(async () => {
  [now, unlocked, told] = [0, [], []];
  opening = async (typed) => {
    if (typed !== RIGHT) throw new WrongSecret("no");
    unlocked.push(typed);
  };
  door = lockedDoor(
    (typed) => opening(typed),
    () => now,
    (error) => told.push(error),
  );
  server = createServer((request, response) => void door(request, response)).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { headers, redirect: "manual" });
const type = (passphrase: string, headers: Record<string, string> = {}) =>
  fetch(`${base}/unlock`, {
    method: "POST",
    body: new URLSearchParams({ passphrase }),
    headers,
    redirect: "manual",
  });

test("one page answers, in the reader's language, and whatever else is asked leads there or is refused", async () => {
  const page = await get("/", { "accept-language": "ar" });
  expect(page.status).toBe(200);
  const text = await page.text();
  expect(text).toContain('lang="ar" dir="rtl"');
  expect(text).toContain("مقفل");
  expect(await (await get("/?language=en")).text()).toContain("Attest is locked");
  const elsewhere = await get("/cases", { accept: "text/html" });
  expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([303, "/"]);
  for (const path of [
    "/api/v1/testimony.list",
    "/api/exports/x",
    "/_next/static/chunk.js",
    "/api/attachments/a",
  ]) {
    const answer = await get(path);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ rule: "locked" });
  }
  expect((await get("/api/health")).status).toBe(200);
});

test("nothing on the page runs or loads, and no other page may hold it in a frame", async () => {
  const page = await get("/");
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'nonce-[^']+'; form-action 'self'; frame-ancestors 'none'/,
  );
  expect(await page.text()).not.toMatch(/<script|https?:|url\(/);
});

test("a passphrase in Arabic opens it", async () => {
  const answer = await type(RIGHT);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
  expect(unlocked).toEqual([RIGHT]);
});

test("a wrong one is refused in words without being said again, and the next must wait longer each time", async () => {
  const waits: (string | null)[] = [];
  for (let n = 0; n < 7; n += 1) {
    const wrong = await type("not the passphrase zqtyped");
    expect(wrong.status).toBe(403);
    expect(await wrong.text()).not.toContain("zqtyped");
    const early = await type(RIGHT);
    expect(early.status).toBe(429);
    waits.push(early.headers.get("retry-after"));
    now += Number(waits.at(-1)) * 1_000;
  }
  expect(waits).toEqual(["1", "2", "4", "8", "16", "30", "30"]);
  expect(door.failures()).toBe(7);
  expect(unlocked).toEqual([]);
  expect((await type(RIGHT)).status).toBe(303);
});

test("nothing typed, too much, or a form of another page opens nothing", async () => {
  expect((await type("  ")).status).toBe(400);
  expect((await type("x".repeat(10_000))).status).toBe(400);
  expect((await type(RIGHT, { "sec-fetch-site": "cross-site" })).status).toBe(400);
  expect([unlocked, door.failures()]).toEqual([[], 0]);
});

test("where the passphrase is right and the program does not open, the page says so and the output says why", async () => {
  opening = () => Promise.reject(new Error("the database is newer"));
  const answer = await type(RIGHT);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("newer");
  expect(told).toHaveLength(1);
  expect(door.failures()).toBe(0);
});

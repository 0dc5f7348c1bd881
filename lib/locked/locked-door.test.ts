import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WrongSecret } from "#lib/platform/key-ring.ts";
import { type LockedDoor, lockedDoor } from "./locked-door.ts";

const RIGHT = "كلمة السر الطويلة جدا هنا";
let server: Server;
let base: string;
let door: LockedDoor;
let unlocked: string[] = [];
let told: unknown[] = [];
let opening: (typed: string) => Promise<void>;

beforeEach(async () => {
  [unlocked, told] = [[], []];
  opening = async (typed) => {
    if (typed !== RIGHT) throw new WrongSecret("no");
    unlocked.push(typed);
  };
  door = lockedDoor(
    (typed) => opening(typed),
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

test("a wrong one is refused in words without being said again, and counted", async () => {
  const wrong = await type("not the passphrase zqtyped");
  expect(wrong.status).toBe(403);
  expect(await wrong.text()).not.toContain("zqtyped");
  expect([door.failures(), unlocked]).toEqual([1, []]);
  expect((await type(RIGHT)).status).toBe(303);
});

test("guesses are looked at one after the other, and those of a stranger make nobody wait for long", async () => {
  let atOnce = 0;
  const held: (() => void)[] = [];
  opening = async (typed) => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    await new Promise<void>((done) => held.push(done));
    atOnce -= 1;
    if (typed !== RIGHT) throw new WrongSecret("no");
    unlocked.push(typed);
  };
  const statuses: number[] = [];
  const guesses = Array.from({ length: 30 }, async (_, n) => {
    statuses.push((await type(`a guess ${n}`)).status);
  });
  // One is looked at and sixteen wait; of the others each took the place of one.
  await expect.poll(() => statuses).toEqual(Array.from({ length: 13 }, () => 503));
  const release = setInterval(() => held.shift()?.(), 1);
  await Promise.all(guesses);
  expect(statuses.filter((status) => status === 403)).toHaveLength(17);
  const mine = await type(RIGHT);
  clearInterval(release);
  expect([mine.status, unlocked]).toEqual([303, [RIGHT]]);
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

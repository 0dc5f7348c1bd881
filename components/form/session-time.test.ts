import { expect, it } from "vitest";
import { notedAt, sessionNotice } from "./session-time.ts";

const MINUTE_MS = 60_000;
const at = (minutes: number) => minutes * MINUTE_MS;
const session = { seenAt: at(100), idleMs: at(15), endsAt: at(480) };

it.each([
  [100, null],
  [111.9, null],
  [112, "idle"],
  [114.9, "idle"],
  [115, "over"],
  [500, "over"],
] as const)("a session that nothing was asked in since minute 100 is, in minute %d, %s", (minute, notice) => {
  expect(sessionNotice(session, at(minute))).toBe(notice);
});

it.each([
  [474.9, null],
  [475, "ending"],
  [479.9, "ending"],
  [480, "over"],
] as const)("a session that is used to its end is, in minute %d, %s", (minute, notice) => {
  expect(sessionNotice({ ...session, seenAt: at(minute) }, at(minute))).toBe(notice);
});

it("says first what asking something can still prevent", () => {
  expect(sessionNotice({ ...session, seenAt: at(464) }, at(477))).toBe("idle");
});

const request = {
  name: "https://attest.example/api/v1/ask/notice.countUnread",
  initiatorType: "fetch",
  responseStatus: 200,
  duration: 0,
};

it("an answer says that the server noted somebody when the request came in, be it a refusal or not", () => {
  expect(notedAt(request, at(100))).toBe(at(100));
  expect(notedAt({ ...request, responseStatus: 422 }, at(100))).toBe(at(100));
  expect(notedAt({ ...request, duration: at(10) }, at(100))).toBe(at(90));
});

it.each([
  ["no answer", { responseStatus: 0 }],
  ["nobody signed in", { responseStatus: 401 }],
  ["a fault", { responseStatus: 503 }],
  ["the signing in", { name: "https://attest.example/api/auth/csrf" }],
  ["a file of the program", { initiatorType: "script" }],
])("%s says nothing", (_, change) => {
  expect(notedAt({ ...request, ...change }, at(100))).toBeNull();
});

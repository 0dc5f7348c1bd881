import { expect, test } from "@playwright/test";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

test("every kind of answer carries its headers: a page, a question without a session, a script", async ({
  request,
}) => {
  const page = await request.get("/sign-in");
  const again = await request.get("/sign-in");
  const refused = await request.post("/api/v1/ask/case.list", { data: { input: {} } });
  const absent = await request.get("/api/none");
  const source = /src="(\/_next\/static\/[^"]+\.js)/.exec(await page.text())?.[1] ?? "";
  const script = await request.get(source);

  expect([page.status(), refused.status(), script.status(), absent.status()]).toEqual([200, 401, 200, 404]);
  // No page, which an address of this kind could not dress: its style would be held back by the door's policy.
  expect(await absent.json()).toMatchObject({ code: "not_found" });
  for (const answer of [page, refused, script, absent]) expect(answer.headers()).toMatchObject(EVERYWHERE);

  const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  const policies = [page, again].map((answer) => answer.headers()["content-security-policy"]);
  expect(policies[0]).toContain("default-src 'none'");
  expect(nonceOf(policies[0])).toMatch(/^[\w+/]{22}==$/);
  expect(nonceOf(policies[0])).not.toBe(nonceOf(policies[1]));
  expect(refused.headers()["content-security-policy"]).toBe(
    "default-src 'none'; frame-ancestors 'none'; sandbox",
  );
  for (const answer of [page, refused]) expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(script.headers()["cache-control"]).toContain("immutable");
});

test("what Next answers by itself carries them too, and a method that nothing takes goes no further", async ({
  request,
}) => {
  const moved = await request.get("/cases/", { maxRedirects: 0 });
  const traced = await request.fetch("/api/health", { method: "TRACE" });
  const signedOut = await request.post("/api/auth/signout", { maxRedirects: 0 });
  const large = await request.post("/api/auth/callback/credentials", { data: "x".repeat(100_000) });

  expect([moved, traced, large].map((answer) => answer.status())).toEqual([308, 405, 413]);
  for (const answer of [moved, traced, signedOut, large])
    expect(answer.headers()).toMatchObject({ ...EVERYWHERE, "cache-control": "no-store" });
  expect(signedOut.headers()["clear-site-data"]).toBe('"cache"');
});

test("nothing but routes and what the build wrote is served", async ({ request }) => {
  const paths = ["/.git/config", "/package.json", "/db/store.ts", "/.next/BUILD_ID", "/_next/static/chunks"];
  const answers = await Promise.all(paths.map((path) => request.get(path)));
  expect(answers.map((answer) => answer.status())).toEqual(paths.map(() => 404));
});

test("the cookies of signing in are kept from scripts and from other sites", async ({ request }) => {
  const token: unknown = await (await request.get("/api/auth/csrf")).json();
  const person = { name: DEMO_ACCOUNTS[0]!.name, password: DEMO_PASSWORD };
  const entered = await request.post("/api/enter", { data: person });
  expect(entered.headers()["set-cookie"]).toBeUndefined();
  const { result } = (await entered.json()) as { result: { ticket: string; demoCode: string } };
  const form = { ...(token as { csrfToken: string }), ticket: result.ticket, code: result.demoCode };
  const answer = await request.post("/api/auth/callback/credentials", { form: { ...form, json: "true" } });
  const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
  for (const name of ["next-auth.session-token=", "attest-known="])
    expect(cookies.some(({ value }) => value.includes(name))).toBe(true);
  for (const { value } of cookies) {
    expect(value).toContain("; HttpOnly");
    expect(value).toMatch(/; SameSite=(Lax|Strict)/);
  }
});

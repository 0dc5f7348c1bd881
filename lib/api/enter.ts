/** The entrance: a name and a password lead to a ticket for the second factor, never to a session. */
import { checkPassword, type FirstOutcome } from "#lib/auth/sign-in.ts";
import { parse } from "#lib/core/parse.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { DEMO_ACCOUNTS, DEMO_SECRET } from "#lib/imports/demo/accounts.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import { boundedJson } from "./body.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problem, problemResponse } from "./problem.ts";

/** Longer than any name and any password may be. */
const Entering = z.strictObject({ name: z.string().max(200), password: z.string().max(1_000) });

/** POST `{ name, password }`. */
export async function enterDoor(request: Request): Promise<Response> {
  try {
    mustComeFromOurPages(request);
    const { name, password } = parse(Entering, await boundedJson(request));
    const outcome = await checkPassword(name, password, request.headers.get("cookie"));
    if (!outcome.ok) return refused(outcome.rule);
    const result = shown(outcome);
    return Response.json({ result }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error);
  }
}

/** What a browser is told that has shown the first of two proofs. */
export const shown = ({ ticket, next, name }: Extract<FirstOutcome, { ok: true }>) => ({
  ticket,
  next,
  demoCode: next.kind === "code" && next.byApp ? demoCodeOf(name) : null,
});

/** RFC 9110 §15.5.2, §15.5.10, §15.6.3 and §15.6.4, RFC 6585 §4. */
const STATUS = {
  "sign_in.failed": 401,
  "sign_in.wait": 429,
  "sign_in.busy": 503,
  "sign_in.elsewhere_stopped": 401,
  "sign_in.elsewhere_stale": 401,
  "sign_in.elsewhere_over": 409,
  "sign_in.elsewhere_wrong": 502,
  "sign_in.elsewhere_down": 503,
} as const;
const RETRY_SECONDS = 5;

/** Why nobody is signed in. */
export function refused(rule: keyof typeof STATUS): Response {
  const status = STATUS[rule];
  const answer = problem({ type: "about:blank", title: "Not signed in", status, code: "refused", rule });
  if (status === 429 || status === 503) answer.headers.set("retry-after", String(RETRY_SECONDS));
  return answer;
}

/** What the app of a demo account shows now; null outside the demo, and for accounts that were made in it. */
const demoCodeOf = (name: string): string | null =>
  readEnv().demo && DEMO_ACCOUNTS.some((demo) => demo.name === name) ? codeAt(DEMO_SECRET, Date.now()) : null;

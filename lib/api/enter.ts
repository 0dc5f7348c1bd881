/** The entrance: a name and a password lead to a ticket for the second factor, never to a session. */
import { checkPassword } from "#lib/auth/sign-in.ts";
import { parse } from "#lib/core/parse.ts";
import { Refused } from "#lib/core/refusals.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { DEMO_ACCOUNTS, DEMO_SECRET } from "#lib/imports/demo/accounts.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import { boundedJson } from "./body.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problemResponse } from "./problem.ts";

/** Longer than any name and any password may be. */
const Entering = z.strictObject({ name: z.string().max(200), password: z.string().max(1_000) });

/** POST `{ name, password }`. */
export async function enterDoor(request: Request): Promise<Response> {
  try {
    mustComeFromOurPages(request);
    const { name, password } = parse(Entering, await boundedJson(request));
    const outcome = await checkPassword(name, password, request.headers.get("cookie"));
    if (!outcome.ok) throw new Refused(outcome.rule);
    const { ticket, next } = outcome;
    const result = { ticket, next, demoCode: next.kind === "code" && next.byApp ? demoCodeOf(name) : null };
    return Response.json({ result }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error);
  }
}

/** What the app of a demo account shows now; null outside the demo, and for accounts that were made in it. */
const demoCodeOf = (name: string): string | null =>
  readEnv().demo && DEMO_ACCOUNTS.some((demo) => demo.name === name.trim().toLowerCase())
    ? codeAt(DEMO_SECRET, Date.now())
    : null;

/**
 * The doors to a provider of OpenID Connect and back. Both are asked by our own pages, which then send the browser on: no form
 * and no redirect of ours leads elsewhere. Without a provider in the settings there is no such door.
 */
import { personAt } from "#lib/auth/current-caller.ts";
import { comeBack, forgottenCookie, leave, type Purpose } from "#lib/auth/elsewhere.ts";
import { checkIdentity } from "#lib/auth/sign-in.ts";
import { parse } from "#lib/core/parse.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { leaveIn, sealProof } from "#lib/identities/rules/leave.ts";
import { type OpenIdProvider, readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import { boundedJson } from "./body.ts";
import { mustComeFromOurPages } from "./door.ts";
import { refused, shown } from "./enter.ts";
import { pathWithin } from "./locale.ts";
import { problem, problemResponse, signedOut } from "./problem.ts";

const Leaving = z.union([
  z.strictObject({ to: z.string().max(8_000) }),
  z.strictObject({ offer: z.string().max(500) }),
]);
/** It travels in a cookie, of which browsers keep 4096 bytes (RFC 6265 §6.1). */
const TO_LENGTH_MAX = 1_500;
const Returning = z.strictObject({ query: z.string().max(4_000) });

/** POST `{ to }` to sign in and go there, `{ offer }` to tie: answers where to send the browser. */
export async function leaveDoor(request: Request): Promise<Response> {
  try {
    mustComeFromOurPages(request);
    const provider = mustBeSet();
    const left = await leave(provider, await purposeOf(parse(Leaving, await boundedJson(request))));
    if (!left.ok) return refused(left.rule);
    return answered({ location: left.location }, left.cookie);
  } catch (error) {
    return problemResponse(error);
  }
}

/**
 * POST `{ query }`, as the provider sent the browser back with it: answers as a right password is answered, or with what the
 * command wants that ties.
 */
export async function returnDoor(request: Request): Promise<Response> {
  try {
    mustComeFromOurPages(request);
    const provider = mustBeSet();
    const { query } = parse(Returning, await boundedJson(request));
    const back = await comeBack(provider, query, request.headers.get("cookie"));
    if (!back.ok) return refused(back.rule);
    if (back.purpose.kind === "tie") return await proofFor(request, back.purpose.accountId, back);
    const outcome = await checkIdentity(back.identityHash);
    if (!outcome.ok) return refused(outcome.rule);
    return answered({ kind: "sign-in", ...shown(outcome), to: back.purpose.to }, forgottenCookie());
  } catch (error) {
    return problemResponse(error);
  }
}

async function purposeOf(asked: z.output<typeof Leaving>): Promise<Purpose> {
  if ("to" in asked) {
    const to = pathWithin(asked.to, readEnv().url);
    return { kind: "sign-in", to: to.length > TO_LENGTH_MAX ? "/" : to };
  }
  const { keys, clock } = await system();
  return { kind: "tie", accountId: leaveIn(keys, asked.offer, clock()).accountId };
}

async function proofFor(
  request: Request,
  accountId: string,
  said: { issuer: string; identityHash: string },
): Promise<Response> {
  const person = await personAt(request);
  if (person === null) return problem(signedOut());
  // Somebody else signed in meanwhile.
  if (person.caller.accountId !== accountId) throw new Conflict("identity.over");
  const { keys, clock } = await system();
  const { issuer, identityHash } = said;
  const proof = sealProof(keys, { accountId, issuer, identityHash, at: clock() });
  return answered({ kind: "tie", proof }, forgottenCookie());
}

function mustBeSet(): OpenIdProvider {
  const { openId } = readEnv();
  if (openId === null) throw new NotFound();
  return openId;
}

const answered = (result: object, cookie: string): Response =>
  Response.json({ result }, { headers: { "cache-control": "no-store", "set-cookie": cookie } });

/** How a page asks: session → caller → ask. Nothing in scope is a plain 404; no session leads to the sign-in page. */
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { isStorageFull } from "#db/errors.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { readRights } from "#lib/cases/queries/read-rights.ts";
import { currentPerson } from "#lib/auth/current-caller.ts";
import type { SignedIn } from "#lib/auth/sessions.ts";
import { ask } from "#lib/core/ask.ts";
import type { Query } from "#lib/core/query.ts";
import { Invalid, NotFound, Refused } from "#lib/core/refusals.ts";
import { STORAGE_FULL } from "./vocabulary.ts";

/** The disk is full. Next hands the digest of an error to its page, and nothing else of it. */
class StorageFull extends Error {
  readonly digest = STORAGE_FULL;
}

/** The person signed in; without one, the sign-in page. */
export async function requirePerson(): Promise<SignedIn> {
  const person = await currentPerson().catch(rethrown);
  if (!person) redirect(await signInPath());
  return person;
}

/** The sign-in page, from which the way leads back to this one. */
async function signInPath(): Promise<string> {
  const path = (await headers()).get("x-path");
  return path === null || path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`;
}

/**
 * Asks a query for a page. An address with a malformed id is an absent page.
 * A refusal is a 404 too: the navigation never leads there, and a page has nothing else to show.
 */
export async function asked<I extends z.ZodType, R>(question: Query<I, R>, input: z.input<I>): Promise<R> {
  const { caller } = await requirePerson();
  try {
    return await ask(question, caller, input);
  } catch (error) {
    if (error instanceof Refused && error.rule === "session.ended") redirect(await signInPath());
    // Nothing is open to them but what is their own: that page says why, and whom to ask.
    if (error instanceof Refused && error.rule === "emergency.unreviewed") redirect("/emergency");
    if (error instanceof NotFound || error instanceof Refused || error instanceof Invalid) notFound();
    return rethrown(error);
  }
}

/** Like `asked`, but null where the caller may not ask: for parts of a page that some roles do not have. */
export async function maybeAsked<I extends z.ZodType, R>(
  question: Query<I, R>,
  input: z.input<I>,
): Promise<R | null> {
  const { caller } = await requirePerson();
  try {
    return await ask(question, caller, input);
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refused) return null;
    return rethrown(error);
  }
}

/** What was sensitive is not shown without its trace: where the disk is full, the page says so. */
function rethrown(error: unknown): never {
  throw isStorageFull(error) ? new StorageFull("the disk is full") : error;
}

/** For the page of a form: a 404 for those who may not send it. The command decides all the same. */
export async function requireWriter(caseId: string, permission: Permission): Promise<readonly string[]> {
  const { rights } = await asked(readRights, { caseId });
  if (!rights.includes(permission)) notFound();
  return rights;
}

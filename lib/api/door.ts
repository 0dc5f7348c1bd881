/** The JSON doors: body → caller → execute or ask → answer. They hold no rule of their own. */
import { personAt } from "#lib/auth/current-caller.ts";
import { ask } from "#lib/core/ask.ts";
import type { Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { maybeCommand, maybeQuery } from "#lib/registry.ts";
import { readEnv } from "#lib/platform/env.ts";
import { boundedJson, type Incoming } from "./body.ts";
import { PROBLEM_TYPE, problemOf, signedOut } from "./problem.ts";

/**
 * What only the program itself does, on somebody's behalf: signing in, accounts with a password that somebody else knows (for
 * the demo), giving a role by one person alone (at the terminal), opening an invitation, mailing its link, ending a part in one case, changing the keys (at the terminal), noting a file that it has hashed, and the steps
 * of building an export.
 */
const INSIDE: ReadonlySet<string> = new Set([
  "session.begin",
  "account.create",
  "account.grantRole",
  "factor.forget",
  "invitation.accept",
  "invitation.mail",
  "invitation.failMail",
  "member.handOver",
  "contact.usePermit",
  "testimony.attach",
  "export.assemble",
  "export.finish",
  "export.fail",
  "pseudonymKey.assemble",
  "record.shred",
  "keys.change",
]);

const LOCKING = "keys.lock";

/** Told to the server, where there is one that can lock itself (bin/server.mjs): it ends when this has its answer. */
const lockNow = () => (globalThis as unknown as { attestLock?: () => void }).attestLock?.();

/** Carries out a command by name: `{ input, requestId }`. */
export function commandAnswer(name: string, request: Incoming): Promise<Answer> {
  return answerBehindTheDoor(request, async (caller, body) => {
    const verb = maybeCommand(name);
    if (!verb || verb.permission === "setup.run" || INSIDE.has(verb.name)) throw new NotFound();
    const { input, requestId } = body;
    mustBringNoImportKey(input);
    if (typeof requestId !== "string") throw new Invalid([{ path: "requestId", code: "required" }]);
    const result = await execute(verb, caller, input, requestId);
    if (verb.name === LOCKING) lockNow();
    return { result };
  });
}

/** What an import brought is known by its key: whoever took one by hand would stand in the way of the record it names. */
function mustBringNoImportKey(input: unknown): void {
  if (typeof input === "object" && input !== null && "importKey" in input)
    throw new Invalid([{ path: "importKey", code: "unknown_field" }]);
}

/** Answers a query by name: `{ input }`. A POST, since what is asked may be protected and must not stand in an address. */
export function queryAnswer(name: string, request: Incoming): Promise<Answer> {
  return answerBehindTheDoor(request, async (caller, body) => {
    const question = maybeQuery(name);
    if (!question || INSIDE.has(question.name)) throw new NotFound();
    return ask(question, caller, body["input"]);
  });
}

/** The same as responses of the Fetch standard, for route handlers. */
export const commandDoor = async (name: string, request: Incoming): Promise<Response> =>
  asResponse(await commandAnswer(name, request));
export const queryDoor = async (name: string, request: Incoming): Promise<Response> =>
  asResponse(await queryAnswer(name, request));

/** What a door answers, whichever server sends it. */
export interface Answer {
  readonly status: number;
  readonly type: "application/json" | typeof PROBLEM_TYPE;
  readonly text: string;
}

type Work = (caller: Caller, body: Record<string, unknown>) => Promise<unknown>;

/** What every JSON door does: a live session, our own origin, a bounded body, errors as problem details. */
export async function behindTheDoor(request: Incoming, work: Work): Promise<Response> {
  return asResponse(await answerBehindTheDoor(request, work));
}

async function answerBehindTheDoor(request: Incoming, work: Work): Promise<Answer> {
  try {
    const person = await personAt(request);
    if (!person) return problemAnswer(signedOut());
    mustComeFromOurPages(request);
    const hasBody = request.method !== "GET" && request.method !== "DELETE";
    const answer = await work(person.caller, hasBody ? await boundedJson(request) : {});
    return { status: 200, type: "application/json", text: JSON.stringify(answer ?? null) };
  } catch (error) {
    return problemAnswer(problemOf(error));
  }
}

const problemAnswer = (body: ReturnType<typeof problemOf>): Answer => ({
  status: body.status,
  type: PROBLEM_TYPE,
  text: JSON.stringify(body),
});

const asResponse = ({ status, type, text }: Answer): Response =>
  new Response(text, { status, headers: { "content-type": type, "cache-control": "no-store" } });

/**
 * Turns away what another site's page sent. A browser says from where a request comes in `Origin`; where our own
 * referrer policy hides it (a plain form sends `null`, Fetch Standard, "append a request Origin header"), only its
 * `Sec-Fetch-Site`, which no page can write, can vouch.
 * @throws NotFound
 */
export function mustComeFromOurPages(request: Incoming): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const fitting = origin === "null" ? site === "same-origin" : origin === null || isOurs(origin, request);
  if (!fitting || (site !== null && site !== "same-origin" && site !== "none")) throw new NotFound();
}

function isOurs(origin: string, request: Incoming): boolean {
  const from = URL.parse(origin);
  return (
    from !== null &&
    (from.origin === new URL(readEnv().url).origin || from.host === request.headers.get("host"))
  );
}

/** A no is an event too: written after the roll-back, before the caller hears it. */
import type { Tx } from "#db/store.ts";
import { accountOf, type Caller } from "./caller.ts";
import { appendToChain } from "./chain.ts";
import { isDenial, NotFound, Refused } from "./refusals.ts";
import { ORGANISATION } from "./scope.ts";
import type { System } from "./system.ts";
import { countNotFound } from "./tallies.ts";

/**
 * Runs an act and records its refusal: a refused act with the case and the record that it was about, a not-found answer
 * without any, since it is the same for what is hidden and what is absent.
 */
export async function refusalsAreRecorded<T>(
  sys: System,
  caller: Caller,
  act: string,
  requestId: string,
  work: () => Promise<T>,
) {
  try {
    return await work();
  } catch (error) {
    if (isDenial(error))
      await sys.store.transact((tx) => recordDenial(tx, sys, caller, act, requestId, error));
    throw error;
  }
}

/** Runs what is done with a subject that was found: a refusal from now on says what it was about. */
export async function about<T>(subject: object, where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) error.about ??= aboutOf(subject, where);
    throw error;
  }
}

function aboutOf(subject: object, where: string): NonNullable<Refused["about"]> {
  const id: unknown = Reflect.get(subject, "id");
  const version: unknown = Reflect.get(subject, "version");
  return {
    caseId: where === ORGANISATION ? null : where,
    ...(typeof id === "string" && typeof version === "number" ? { object: { id, version } } : {}),
  };
}

async function recordDenial(
  tx: Tx,
  sys: System,
  caller: Caller,
  act: string,
  requestId: string,
  error: Refused | NotFound,
) {
  const now = sys.clock();
  // Names that nobody has are as many as anybody cares to make up.
  const isMadeUp = error instanceof NotFound || caller.kind === "setup";
  const repeats = isMadeUp ? await countNotFound(tx, accountOf(caller), now) : 0;
  if (repeats === "counted") return;
  const rules = [error instanceof Refused ? error.rule : "not_found"];
  const about = error instanceof Refused && error.about ? error.about : { caseId: null };
  const entry = { act, decision: "deny", requestId, role: null, rules, ...about } as const;
  await appendToChain(tx, sys, caller, { ...entry, ...(repeats > 0 ? { repeats } : {}) }, now);
}

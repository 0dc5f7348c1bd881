/** The only place where a write happens. */
import type { PgTable } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { isBrokenReference, isDuplicate, ruleOfTrigger } from "#db/errors.ts";
import type { Tx } from "#db/store.ts";
import { authorize } from "./authorize.ts";
import { booksOnly } from "./bookkeeping.ts";
import type { Caller } from "./caller.ts";
import { appendToChain } from "./chain.ts";
import type { Command, LoadContext, RunContext, Subject } from "./command.ts";
import { about, refusalsAreRecorded } from "./denials.ts";
import { newId } from "./ids.ts";
import { parse } from "./parse.ts";
import { keepReceipt, receiptKey, receiptOf } from "./receipts.ts";
import { Conflict, Invalid } from "./refusals.ts";
import { decidesRights, mustBeProven, ORGANISATION, readRights, type Rights } from "./scope.ts";
import { openSearchSync, type SearchSync } from "./search-sync.ts";
import { recordKeysOf, type System, system } from "./system.ts";
import { openWriter } from "./writer.ts";

/**
 * Carries out a command: parse, scope, find, authorise, run, append to the chain, keep a receipt – in one transaction.
 * @param requestId one human act; the same id with the same input gets the first answer again
 * @throws Invalid | NotFound | Refused | Conflict, each leaving no row behind
 */
export async function execute<I extends z.ZodType, S extends Subject, R>(
  verb: Command<I, S, R>,
  caller: Caller,
  raw: unknown,
  requestId: string = newId("request"),
): Promise<R> {
  mustBeRequestId(requestId);
  const typed = parse(verb.input, raw);
  const sys = await system();
  const correlation = newId("request");
  return refusalsAreRecorded(sys, caller, verb.name, correlation, async () => {
    if (verb.prepare && verb.isSensitive) await mustBeWorthIt(verb, sys, caller);
    const input = verb.prepare ? await verb.prepare(typed, caller) : typed;
    return namingRules(() =>
      sys.store.transact(
        async (tx) => {
          const key = receiptKey(sys.keys, caller, verb, requestId, typed);
          const earlier = await receiptOf(tx, key);
          if (earlier) return asResult<R>(earlier.result);
          const act = { sys, caller, correlation, search: openSearchSync(), rights: null };
          const result = await carryOut(tx, act, verb, input);
          act.search.leave(tx);
          await keepReceipt(tx, key, result, sys.clock());
          return result;
        },
        { alone: verb.alone ?? false },
      ),
    );
  });
}

/** What is prepared is slow on purpose, as hashing is: a session that will be asked for a fresh proof gets none of it. */
async function mustBeWorthIt(
  { permission, sight }: Pick<Command, "permission" | "sight">,
  sys: System,
  caller: Caller,
): Promise<void> {
  const now = sys.clock();
  const rights = await readRights(sys.store.read, caller, now);
  if (rights.under(sight).roleFor(permission, ORGANISATION) !== null) mustBeProven(rights, now);
}

/** @throws Invalid when the text cannot be the id of a human act */
export function mustBeRequestId(text: string): void {
  if (!/^[0-9A-Za-z_-]{8,64}$/.test(text)) throw new Invalid([{ path: "requestId", code: "invalid" }]);
}

/** What all commands of one human act share. */
interface Act {
  sys: System;
  caller: Caller;
  correlation: string;
  search: SearchSync;
  /** Read once for an act, and again when one has run out or the act wrote what rights are read from. */
  rights: Rights | null;
}

async function carryOut<I extends z.ZodType, S extends Subject, R>(
  tx: Tx,
  act: Act,
  verb: Command<I, S, R>,
  input: z.output<I>,
): Promise<R> {
  const seen = await seenBy(tx, act, verb);
  const subject = await verb.load(seen, input);
  return about(subject, subject.caseId, () => carryOutOn(tx, act, verb, seen, input, subject));
}

async function seenBy(tx: Tx, act: Act, { sight }: Pick<Command, "sight">) {
  const { sys, caller } = act;
  const now = sys.clock();
  const rights =
    act.rights !== null && act.rights.until > now ? act.rights : await readRights(tx, caller, now);
  act.rights = rights;
  return { read: tx, scope: rights.under(sight), caller, now, rights };
}

async function carryOutOn<I extends z.ZodType, S extends Subject, R>(
  tx: Tx,
  act: Act,
  verb: Command<I, S, R>,
  { rights, ...seen }: LoadContext & { rights: Rights },
  input: z.output<I>,
  subject: S,
): Promise<R> {
  const { sys, correlation } = act;
  const { scope, caller, now } = seen;
  const role = authorize(scope, verb.permission, subject.caseId, verb.sight);
  if (verb.isSensitive) mustBeProven(rights, now);
  const onWrite = (table: PgTable): void => {
    if (decidesRights(table)) act.rights = null;
  };
  const write = openWriter(tx, sys.keys, act.search, onWrite, now);
  const ctx: RunContext = {
    ...seen,
    write,
    keys: sys.keys,
    recordKeys: recordKeysOf(sys),
    dataFolder: sys.dataFolder,
    get books() {
      return booksOnly(tx, onWrite);
    },
    run: async (other, nested) => {
      const parsed = parse(other.input, nested);
      return carryOut(tx, act, other, other.prepare ? await other.prepare(parsed, caller) : parsed);
    },
    runOn: async (other, nested, found) =>
      carryOutOn(tx, act, other, await seenBy(tx, act, other), parse(other.input, nested), found),
  };
  const { result, entry } = await verb.run(ctx, input, subject);
  const caseId = subject.caseId === ORGANISATION ? null : subject.caseId;
  const said = { act: verb.name, decision: "allow", requestId: correlation, caseId, role } as const;
  await appendToChain(tx, sys, caller, { ...said, rows: [...write.traces], ...entry }, now);
  return result;
}

/** The database's own no (a trigger, a key, a reference) becomes one of the four. */
async function namingRules<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict("already_exists");
    const rule = ruleOfTrigger(error);
    if (rule) throw new Conflict(rule);
    if (isBrokenReference(error)) throw new Conflict("reference.missing");
    throw error;
  }
}

/** Guarantee: a receipt holds the result of the very command that wrote it (its name is in the receipt's hash). */
function asResult<R>(stored: unknown): R {
  return stored as R;
}

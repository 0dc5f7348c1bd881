/** The only place where a read happens. */
import type { z } from "zod";
import { authorize } from "./authorize.ts";
import type { Caller } from "./caller.ts";
import { appendToChain } from "./chain.ts";
import { about, refusalsAreRecorded } from "./denials.ts";
import { newId } from "./ids.ts";
import { parse } from "./parse.ts";
import type { Query } from "./query.ts";
import { mustBeProven, ORGANISATION, readRights } from "./scope.ts";
import { system } from "./system.ts";

/**
 * Answers a question within the caller's scope. A traced answer is not shown before its trace is on disk.
 * @throws Invalid | NotFound | Refused
 */
export async function ask<I extends z.ZodType, R>(
  question: Query<I, R>,
  caller: Caller,
  raw: unknown,
): Promise<R> {
  const input = parse(question.input, raw);
  const sys = await system();
  const correlation = newId("request");
  return refusalsAreRecorded(sys, caller, question.name, correlation, async () => {
    const { read } = sys.store;
    const now = sys.clock();
    const rights = await readRights(read, caller, now);
    const scope = rights.under(question.sight);
    const where = question.caseOf?.(input);
    const answer = await about({}, where ?? ORGANISATION, async () => {
      if (where !== undefined) authorize(scope, question.permission, where, question.sight);
      if (question.isSensitive) mustBeProven(rights, now);
      return question.run({ read, caller, scope, now, keys: sys.keys }, input);
    });
    if (question.traceOf) {
      const { caseId, ...shown } = question.traceOf(answer);
      const role = scope.roleFor(question.permission, caseId ?? ORGANISATION);
      const said = { act: question.name, decision: "allow", requestId: correlation, caseId, role } as const;
      await sys.store.transact((tx) => appendToChain(tx, sys, caller, { ...said, ...shown }, sys.clock()));
    }
    return answer;
  });
}

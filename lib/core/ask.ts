/** The only place where a read happens. */
import type { z } from "zod";
import { authorize } from "./authorize.ts";
import type { Caller } from "./caller.ts";
import { appendToChain } from "./chain.ts";
import { about, refusalsAreRecorded } from "./denials.ts";
import { newId } from "./ids.ts";
import { parse } from "./parse.ts";
import type { Query, Shown } from "./query.ts";
import { NotFound } from "./refusals.ts";
import { mustBeProven, ORGANISATION, readRights, type Rights, type Scope } from "./scope.ts";
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
    const rights = await readRights(read, caller, now, "question");
    const scope = rights.under(question.sight);
    const where = question.caseOf?.(input);
    const answer = await about({}, where ?? ORGANISATION, async () => {
      if (where !== undefined) authorize(scope, question.permission, where, question.sight);
      if (question.isSensitive) mustBeProven(rights, now);
      return question.run({ read, caller, scope, now, keys: sys.keys }, input);
    });
    const traces: Shown[] = question.traceOf ? [question.traceOf(answer)] : [];
    for (const caseId of openedBy(rights, scope, where, answer, sys.clock()))
      if (!traces.some((one) => one.caseId === caseId)) traces.push({ caseId });
    for (const { caseId, ...shown } of traces) {
      const role = scope.roleFor(question.permission, caseId ?? ORGANISATION);
      const said = { act: question.name, decision: "allow", requestId: correlation, caseId, role } as const;
      await sys.store.transact((tx) => appendToChain(tx, sys, caller, { ...said, ...shown }, sys.clock()));
    }
    return answer;
  });
}

/**
 * The cases of which an answer shows something only because they are open in an emergency: each such answer is traced, also of
 * what else leaves no trace. Where it cannot be told, it is taken to show something.
 * @throws NotFound when the time was over before the answer was there
 */
function openedBy(
  { emergencies }: Rights,
  scope: Scope,
  where: string | undefined,
  answer: unknown,
  now: number,
): string[] {
  if (emergencies.length === 0) return [];
  const known = where ?? caseOfAnswer(answer);
  const looked = known === null ? scope.looked() : new Set([known]);
  const shown = emergencies.filter(({ caseId }) => looked === null || looked.has(caseId));
  if (shown.some(({ expiresAt }) => expiresAt <= now)) throw new NotFound();
  return [...new Set(shown.map(({ caseId }) => caseId))];
}

/** The case that an answer itself names. */
function caseOfAnswer(answer: unknown): string | null {
  const caseId: unknown =
    typeof answer === "object" && answer !== null ? Reflect.get(answer, "caseId") : null;
  return typeof caseId === "string" ? caseId : null;
}

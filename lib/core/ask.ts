/** The only place where a read happens. */
import type { z } from "zod";
import { ownRole, rolesWith } from "#lib/access/permissions.ts";
import { authorize } from "./authorize.ts";
import type { Caller } from "./caller.ts";
import { appendToChain } from "./chain.ts";
import { about, refusalsAreRecorded } from "./denials.ts";
import { isId, newId } from "./ids.ts";
import { parse } from "./parse.ts";
import type { Query, Shown } from "./query.ts";
import { NotFound } from "./refusals.ts";
import { mustBeProven, ORGANISATION, readRights, type Rights, type Scope } from "./scope.ts";
import { recordKeysOf, system } from "./system.ts";

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
    // What is one's own is answered as ever: no case is read in it, and so none that is open in an emergency.
    const what = rolesWith(question.permission).includes(ownRole) ? "act" : "question";
    const rights = await readRights(read, caller, now, what);
    const scope = rights.under(question.sight);
    const where = question.caseOf?.(input);
    const answer = await about({}, where ?? ORGANISATION, async () => {
      if (where !== undefined) {
        authorize(scope, question.permission, where, question.sight);
        if (question.isSensitive) mustBeProven(rights, now);
      }
      const found = await question.run(
        {
          read,
          caller,
          scope,
          now,
          keys: sys.keys,
          recordKeys: recordKeysOf(sys),
          dataFolder: sys.dataFolder,
        },
        input,
      );
      // Where the rows decide who may ask, whoever finds none is told that there is none, and not to prove who they are.
      if (question.isSensitive && where === undefined) mustBeProven(rights, now);
      return found;
    });
    const traces: Shown[] = question.traceOf ? [question.traceOf(answer, input, sys.keys)] : [];
    const opened = openedBy(rights, scope, where, answer);
    for (const caseId of opened)
      if (!traces.some((one) => one.caseId === caseId)) traces.push({ caseId, ...shownBy(answer, input) });
    for (const { caseId, ...shown } of traces) {
      const role = scope.roleFor(question.permission, caseId ?? ORGANISATION);
      const said = { act: question.name, decision: "allow", requestId: correlation, caseId, role } as const;
      await sys.store.transact((tx) => appendToChain(tx, sys, caller, { ...said, ...shown }, sys.clock()));
    }
    if (opened.length > 0) {
      // It may have been ended, or run out, while the answer was made and its trace waited for the disk.
      const { emergencies } = await readRights(read, caller, sys.clock(), what);
      if (opened.some((caseId) => !emergencies.some((one) => one.caseId === caseId))) throw new NotFound();
    }
    return answer;
  });
}

/**
 * The cases of which an answer shows something only because they are open in an emergency: each such answer is traced, also of
 * what else leaves no trace. Where it cannot be told, it is taken to show something.
 */
function openedBy(
  { emergencies }: Rights,
  scope: Scope,
  where: string | undefined,
  answer: unknown,
): string[] {
  if (emergencies.length === 0) return [];
  const known = where ?? textIn(answer, "caseId");
  const looked = known === null ? scope.looked() : new Set([known]);
  const shown = emergencies.filter(({ caseId }) => looked === null || looked.has(caseId));
  return [...new Set(shown.map(({ caseId }) => caseId))];
}

const SHOWN_MAX = 200;

/**
 * What an answer showed, as far as its form tells: the record that it is, or holds, or that was asked about, which is there since
 * there is an answer; and the rows of its list.
 */
function shownBy(answer: unknown, input: unknown): Omit<Shown, "caseId"> {
  const held = entriesOf(answer).map(([, value]) => recordIn(value));
  const object = recordIn(answer) ?? held.find((one) => one !== null) ?? askedAbout(input);
  const rows = entriesOf(answer).find(([name]) => name === "rows")?.[1];
  const listed = Array.isArray(rows) ? rows.slice(0, SHOWN_MAX).flatMap((row) => recordIn(row) ?? []) : [];
  return {
    ...(object ? { object } : {}),
    ...(listed.length > 0 ? { shown: listed.map(({ id, version }) => `${id}:${version}`).toSorted() } : {}),
  };
}

/** The record that a question names. */
function askedAbout(input: unknown): { id: string } | null {
  const named = entriesOf(input).find(([key]) => key.endsWith("Id") && key !== "caseId");
  return typeof named?.[1] === "string" && isId(named[1]) ? { id: named[1] } : null;
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

function recordIn(value: unknown): { id: string; version: number } | null {
  const id = textIn(value, "id");
  const version: unknown = Reflect.get(Object(value), "version");
  return id !== null && isId(id) && typeof version === "number" ? { id, version } : null;
}

/** A text that an answer names, or null. */
function textIn(value: unknown, property: string): string | null {
  const found: unknown = Reflect.get(Object(value), property);
  return typeof found === "string" ? found : null;
}

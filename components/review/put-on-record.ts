"use client";

import { useRef, useState } from "react";
import { type Act, actFor } from "#components/form/act.ts";
import { postJson } from "#components/form/post-json.ts";
import type { Problem } from "#components/ui/problem.ts";
import { commandOf, type Decision, dropDecision } from "./decision-door.ts";

/** A decision that waits to be put on record, with the record that it is about. */
export interface DecidedRecord extends Decision {
  readonly recordId: string;
  readonly noun: "finding" | "testimony";
  readonly code: string;
  /** The record has changed since it was decided. */
  readonly isStale: boolean;
}

/** Puts decisions on record one after the other: each is an act of its own, and one that is refused stops no other. */
export function usePutOnRecord(caseId: string) {
  const unanswered = useRef(new Map<string, Act>());
  const [done, setDone] = useState<number | null>(null);
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());

  async function putOne(decided: DecidedRecord): Promise<Problem | null> {
    const { command, input } = commandOf(decided.noun, decided.recordId, decided);
    // Tried again under its own id where no answer came, so that nothing is decided twice.
    const act = actFor(unanswered.current.get(decided.recordId) ?? null, input, () => crypto.randomUUID());
    unanswered.current.set(decided.recordId, act);
    const answer = await postJson(`/api/v1/${command}`, { input, requestId: act.requestId });
    if (!answer.ok) return answer.problem;
    unanswered.current.delete(decided.recordId);
    await dropDecision(caseId, decided.recordId);
    return null;
  }

  return {
    /** How many have been tried; null when nothing is on its way. */
    done,
    /** Why a decision could not be put on record, by its record. */
    problems,
    /** @returns how many are on record now */
    async putAll(all: readonly DecidedRecord[]): Promise<number> {
      const met = new Map<string, Problem>();
      for (const [index, one] of all.entries()) {
        setDone(index);
        const problem = await putOne(one);
        if (problem !== null) met.set(one.recordId, problem);
        // Without a server, or a session, the rest would meet the same.
        if (problem?.code === "unavailable" || problem?.code === "signed_out") {
          for (const other of all.slice(index + 1)) met.set(other.recordId, problem);
          break;
        }
      }
      setDone(null);
      setProblems(met);
      return all.length - met.size;
    },
  };
}

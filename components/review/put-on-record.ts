"use client";

import { useRef, useState } from "react";
import { type Act, actFor } from "#components/form/act.ts";
import { postJson } from "#components/form/post-json.ts";
import { type Problem, UNAVAILABLE } from "#components/ui/problem.ts";
import { commandOf, type Decision, dropDecision, type Place, stillKept } from "./decision-door.ts";

/** A decision that waits to be put on record, with the record that it is about. */
export interface DecidedRecord extends Decision, Omit<Place, "caseId"> {
  readonly noun: "finding" | "testimony";
  readonly code: string;
  /** The record has changed since it was decided. */
  readonly isStale: boolean;
}

/** Why a decision is not on record: what the server said, or that another window decided meanwhile. */
export interface NotPut {
  readonly decided: DecidedRecord;
  readonly why: Problem | "elsewhere";
}

/** Puts decisions on record one after the other: each is an act of its own, and one that is refused stops no other. */
export function usePutOnRecord(caseId: string) {
  const unanswered = useRef(new Map<string, Act>());
  const [done, setDone] = useState<number | null>(null);
  const [notPut, setNotPut] = useState<readonly NotPut[]>([]);

  async function putOne(decided: DecidedRecord): Promise<NotPut["why"] | null> {
    const place = { caseId, recordId: decided.recordId, draftVersion: decided.draftVersion };
    const kept = await stillKept(place);
    if (kept !== "kept") return kept === "elsewhere" ? "elsewhere" : UNAVAILABLE;
    const { command, input } = commandOf(decided.noun, decided.recordId, decided);
    // Tried again under its own id where no answer came, so that nothing is decided twice.
    const act = actFor(unanswered.current.get(decided.recordId) ?? null, input, () => crypto.randomUUID());
    unanswered.current.set(decided.recordId, act);
    const answer = await postJson(`/api/v1/${command}`, { input, requestId: act.requestId });
    if (!answer.ok) return answer.problem;
    unanswered.current.delete(decided.recordId);
    await dropDecision(place);
    return null;
  }

  return {
    /** How many have been tried; null when nothing is on its way. */
    done,
    notPut,
    /** @returns the ids of the records whose decisions are on record now */
    async putAll(all: readonly DecidedRecord[]): Promise<ReadonlySet<string>> {
      const met: NotPut[] = [];
      const put = new Set<string>();
      for (const [index, decided] of all.entries()) {
        setDone(index);
        const why = await putOne(decided);
        if (why === null) put.add(decided.recordId);
        else met.push({ decided, why });
        // Without a server, or a session, the rest would meet the same: it waits.
        if (why !== null && why !== "elsewhere" && ENDS.has(why.code)) break;
      }
      setDone(null);
      setNotPut(met);
      return put;
    },
  };
}

const ENDS = new Set(["unavailable", "signed_out"]);

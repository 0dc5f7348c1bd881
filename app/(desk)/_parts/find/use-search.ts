"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import type { FoundType, SearchSection } from "#lib/search/vocabulary.ts";
import type { Hit } from "./hit-words.ts";

/** Each question is an entry of the log: no keystroke is to be one. */
const TYPING_DELAY_MS = 350;
const PAGE_SIZE = 8;
const FURTHER_SIZE = 20;

export interface Section {
  readonly hits: readonly Hit[];
  /** Exact up to the number that is counted to. */
  readonly total: number;
  readonly isMore: boolean;
  readonly next: string | null;
}

export interface SearchedCase {
  readonly id: string;
  readonly title: string;
  readonly titleAr: string | null;
}

interface Answer {
  readonly exact: Hit | null;
  readonly names: Section;
  readonly texts: Section;
  readonly cases: readonly SearchedCase[];
}

export interface Search {
  readonly state: "idle" | "asking" | "ready" | "failed";
  /** The newest answer; while the next one is on its way, still the last. */
  readonly answer: Answer | null;
  /** Fetches a further page of one section. */
  readonly more: (section: SearchSection) => void;
  readonly again: () => void;
}

interface Answered {
  /** What was asked: an answer to something else is old. */
  readonly question: string;
  readonly answer: Answer | null;
}

/**
 * Asks while a person types. The text goes in the body of a POST, never into an address, and is kept nowhere; an answer
 * to an older text is dropped.
 * @param caseId this case alone
 * @param type records of this type alone
 */
export function useSearch(text: string, caseId: string | null, type: FoundType | null): Search {
  const [last, setLast] = useState<Answered | null>(null);
  const [tries, setTries] = useState(0);
  const open = useRef<AbortController | null>(null);
  const isBlank = text.trim() === "";
  const question = JSON.stringify([text, caseId, type, tries]);

  useEffect(() => {
    const abort = new AbortController();
    open.current = abort;
    if (isBlank) return;
    const timer = setTimeout(() => {
      void askFor({ text, ...within(caseId, type), size: PAGE_SIZE }, abort.signal).then((answer) => {
        if (!abort.signal.aborted) setLast({ question, answer });
      });
    }, TYPING_DELAY_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, caseId, type, isBlank, question]);

  const answer = last?.answer ?? null;
  const more = useCallback(
    (section: SearchSection) => {
      const after = answer?.[section].next;
      const abort = open.current;
      if (answer === null || after === null || after === undefined || abort === null) return;
      const input = { text, ...within(caseId, type), section, after, size: FURTHER_SIZE };
      void askFor(input, abort.signal).then((found) => {
        if (abort.signal.aborted) return;
        setLast({ question, answer: found === null ? null : joined(answer, found, section) });
      });
    },
    [answer, text, caseId, type, question],
  );
  const again = useCallback(() => setTries((before) => before + 1), []);
  if (isBlank) return { state: "idle", answer: null, more, again };
  return { state: stateOf(last, question), answer, more, again };
}

function stateOf(last: Answered | null, question: string): Search["state"] {
  if (last?.question !== question) return "asking";
  return last.answer === null ? "failed" : "ready";
}

const within = (caseId: string | null, type: FoundType | null) => ({
  ...(caseId === null ? {} : { caseId }),
  ...(type === null ? {} : { types: [type] }),
});

async function askFor(input: object, signal: AbortSignal): Promise<Answer | null> {
  const answer = await postJson("/api/v1/ask/search.find", { input }, signal);
  return answer.ok ? asAnswer(answer.result) : null;
}

/** Guarantee: the door answers `search.find` with its own answer; anything else shows as a failure. */
function asAnswer(result: unknown): Answer | null {
  return typeof result === "object" && result !== null && "names" in result && "texts" in result
    ? (result as Answer)
    : null;
}

function joined(before: Answer, found: Answer, section: SearchSection): Answer {
  const known = new Set(before[section].hits.map(({ id }) => id));
  const hits = [...before[section].hits, ...found[section].hits.filter(({ id }) => !known.has(id))];
  const cases = new Map([...before.cases, ...found.cases].map((one) => [one.id, one]));
  return {
    ...before,
    [section]: { ...before[section], hits, next: found[section].next },
    cases: [...cases.values()],
  };
}

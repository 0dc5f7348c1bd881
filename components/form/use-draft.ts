"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { deleteDraft, getDraft, putDraft, type StoredDraft } from "./draft-door.ts";
import { delayBeforeSave, type DraftState, NEW_DRAFT, nextDraftState } from "./draft-state.ts";

const TYPED_DELAY_MS = 1_200;
const RETRY_DELAY_MS = 10_000;

export interface Draft {
  readonly state: DraftState;
  /** What was found when the page opened, or in another window since; null when there is nothing to choose. */
  readonly elsewhere: StoredDraft | null;
  /** Says what is typed now; it is saved a moment later. */
  keep(body: unknown): void;
  /** Removes the draft, here and on the server. */
  discard(): Promise<void>;
  /** After `elsewhere`: save this window's text over the other one. */
  keepMine(): void;
  /** After `elsewhere`: go on with the other one. */
  takeTheirs(): void;
}

/**
 * Keeps what is being typed on the server, for its owner alone; nothing is left in the browser.
 * @param key the draft's name, made of ids and enums; null for no draft
 * @param onFound is called once with a draft that was there when the page opened
 */
export function useDraft(key: string | null, onFound: (draft: StoredDraft) => void): Draft {
  const [state, dispatch] = useReducer(
    nextDraftState,
    key === null ? { ...NEW_DRAFT, phase: "idle" } : NEW_DRAFT,
  );
  const [elsewhere, setElsewhere] = useState<StoredDraft | null>(null);
  const body = useRef<unknown>(null);
  const onItsWay = useRef<Promise<void>>(Promise.resolve());
  const found = useRef(onFound);
  const latest = useRef(state);
  useEffect(() => {
    found.current = onFound;
    latest.current = state;
  });

  useEffect(() => {
    if (key === null) return;
    let gone = false;
    void getDraft(key).then((stored) => {
      if (gone) return;
      dispatch({ kind: "loaded", version: stored?.version ?? 0, savedAt: stored?.savedAt ?? null });
      if (stored) found.current(stored);
    });
    return () => {
      gone = true;
    };
  }, [key]);

  const save = useCallback(async () => {
    if (key === null) return;
    dispatch({ kind: "sent" });
    const outcome = await putDraft(key, latest.current.version, body.current);
    if (outcome.kind === "failed") return dispatch({ kind: "failed" });
    const { version, savedAt } = outcome.draft;
    if (outcome.kind === "saved") return dispatch({ kind: "saved", version, savedAt });
    setElsewhere(outcome.draft);
    dispatch({ kind: "overtaken" });
  }, [key]);

  useEffect(() => {
    const delayMs = delayBeforeSave(state, TYPED_DELAY_MS, RETRY_DELAY_MS);
    if (delayMs === null) return;
    const timer = setTimeout(() => {
      onItsWay.current = save();
    }, delayMs);
    return () => clearTimeout(timer);
  }, [state, save]);

  // Leaving the page, in whichever way, sends what is not sent yet.
  useEffect(() => {
    const flush = (): void => {
      const { phase, version } = latest.current;
      if (key !== null && (phase === "waiting" || phase === "failed"))
        void putDraft(key, version, body.current);
    };
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [key]);

  const keep = useCallback((typed: unknown) => {
    body.current = typed;
    dispatch({ kind: "typed" });
  }, []);

  const discard = useCallback(async () => {
    // A save that is still on its way would bring the draft back.
    await onItsWay.current;
    dispatch({ kind: "discarded" });
    latest.current = { ...latest.current, phase: "idle" };
    setElsewhere(null);
    if (key !== null) await deleteDraft(key);
  }, [key]);

  const keepMine = useCallback(() => {
    if (elsewhere) dispatch({ kind: "keptMine", version: elsewhere.version });
    setElsewhere(null);
  }, [elsewhere]);

  const takeTheirs = useCallback(() => {
    if (!elsewhere) return;
    dispatch({ kind: "discarded" });
    dispatch({ kind: "loaded", version: elsewhere.version, savedAt: elsewhere.savedAt });
    found.current(elsewhere);
    setElsewhere(null);
  }, [elsewhere]);

  return { state, elsewhere, keep, discard, keepMine, takeTheirs };
}

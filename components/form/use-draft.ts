"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { deleteDraft, getDraft, putDraft, type StoredDraft } from "./draft-door.ts";
import { delayBeforeSave, type DraftState, NEW_DRAFT, nextDraftState } from "./draft-state.ts";
import { knowDraft } from "./pending-drafts.ts";

// From the first key on, not from the last: whoever types without a pause is saved all the same.
const TYPED_DELAY_MS = 400;
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
  /** Something typed is on no server. */
  const isUnsent = useRef(false);
  const isOnItsWay = useRef(false);
  const lastSave = useRef<Promise<boolean>>(Promise.resolve(true));
  // The version as the last answer gave it: known before the next drawing of the page.
  const version = useRef(0);
  const found = useRef(onFound);
  useEffect(() => {
    found.current = onFound;
  });

  useEffect(() => {
    if (key === null) return;
    let gone = false;
    void getDraft(key).then((stored) => {
      if (gone) return;
      version.current = stored?.version ?? 0;
      dispatch({ kind: "loaded", version: version.current, savedAt: stored?.savedAt ?? null });
      if (stored) found.current(stored);
    });
    return () => {
      gone = true;
    };
  }, [key]);

  const save = useCallback(async (): Promise<boolean> => {
    // Discarded while the timer ran: sent now, it would come back after the record was saved.
    if (key === null || !isUnsent.current) return true;
    const sent = body.current;
    isOnItsWay.current = true;
    dispatch({ kind: "sent" });
    const outcome = await putDraft(key, version.current, sent);
    isOnItsWay.current = false;
    if (outcome.kind === "failed") dispatch({ kind: "failed" });
    if (outcome.kind === "overtaken") {
      setElsewhere(outcome.draft);
      dispatch({ kind: "overtaken" });
    }
    if (outcome.kind !== "saved") return false;
    isUnsent.current = body.current !== sent;
    version.current = outcome.draft.version;
    dispatch({ kind: "saved", version: version.current, savedAt: outcome.draft.savedAt });
    return true;
  }, [key]);

  useEffect(() => {
    const delayMs = delayBeforeSave(state, TYPED_DELAY_MS, RETRY_DELAY_MS);
    if (delayMs === null) return;
    const timer = setTimeout(() => {
      lastSave.current = save();
    }, delayMs);
    return () => clearTimeout(timer);
  }, [state, save]);

  // Signing out by hand waits for what is not sent yet.
  useEffect(() => {
    if (key === null) return;
    return knowDraft(async () => {
      await lastSave.current;
      return isUnsent.current ? save() : true;
    });
  }, [key, save]);

  // Leaving the page, in whichever way, sends what is not sent yet; a save on its way takes the next version first.
  useEffect(() => {
    const flush = (): void => {
      if (key !== null && isUnsent.current)
        void putDraft(key, version.current + (isOnItsWay.current ? 1 : 0), body.current);
    };
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [key]);

  const keep = useCallback((typed: unknown) => {
    body.current = typed;
    isUnsent.current = true;
    dispatch({ kind: "typed" });
  }, []);

  const discard = useCallback(async () => {
    // A save that is still on its way would bring the draft back.
    await lastSave.current;
    isUnsent.current = false;
    version.current = 0;
    dispatch({ kind: "discarded" });
    setElsewhere(null);
    if (key !== null) await deleteDraft(key);
  }, [key]);

  const keepMine = useCallback(() => {
    if (elsewhere) {
      version.current = elsewhere.version;
      dispatch({ kind: "keptMine", version: elsewhere.version });
    }
    setElsewhere(null);
  }, [elsewhere]);

  const takeTheirs = useCallback(() => {
    if (!elsewhere) return;
    isUnsent.current = false;
    version.current = elsewhere.version;
    dispatch({ kind: "discarded" });
    dispatch({ kind: "loaded", version: elsewhere.version, savedAt: elsewhere.savedAt });
    found.current(elsewhere);
    setElsewhere(null);
  }, [elsewhere]);

  return { state, elsewhere, keep, discard, keepMine, takeTheirs };
}

/** The life of a draft, as states and what may happen in them. Pure; the hook does the talking and the waiting. */
export type DraftPhase =
  | "loading" // asking whether there is one
  | "idle" // everything typed is saved, or nothing was typed
  | "waiting" // typed, and not yet sent
  | "saving" // on its way
  | "failed" // could not be saved; tried again
  | "elsewhere"; // a newer one was saved in another window

/** RFC 3339 text or epoch milliseconds, as the server gives it. */
export type SavedAt = string | number;

export interface DraftState {
  readonly phase: DraftPhase;
  /** The version on the server; 0 when there is none. */
  readonly version: number;
  readonly savedAt: SavedAt | null;
  /** Typed while a save was on its way. */
  readonly again: boolean;
}

export type DraftEvent =
  | { readonly kind: "loaded"; readonly version: number; readonly savedAt: SavedAt | null }
  | { readonly kind: "typed" }
  | { readonly kind: "sent" }
  | { readonly kind: "saved"; readonly version: number; readonly savedAt: SavedAt }
  | { readonly kind: "failed" }
  | { readonly kind: "overtaken" }
  | { readonly kind: "keptMine"; readonly version: number }
  | { readonly kind: "discarded" };

export const NEW_DRAFT: DraftState = { phase: "loading", version: 0, savedAt: null, again: false };

export function nextDraftState(state: DraftState, event: DraftEvent): DraftState {
  switch (event.kind) {
    case "loaded":
      // What was typed before the answer came still has to be saved.
      return {
        ...state,
        phase: state.phase === "loading" ? "idle" : state.phase,
        version: event.version,
        savedAt: event.savedAt,
      };
    case "typed":
      if (state.phase === "saving") return { ...state, again: true };
      // The same state while it waits already: the wait is not begun anew with each key.
      return state.phase === "elsewhere" || state.phase === "waiting"
        ? state
        : { ...state, phase: "waiting" };
    case "sent":
      return { ...state, phase: "saving", again: false };
    case "saved":
      return {
        phase: state.again ? "waiting" : "idle",
        version: event.version,
        savedAt: event.savedAt,
        again: false,
      };
    case "failed":
      return { ...state, phase: "failed", again: false };
    case "overtaken":
      return { ...state, phase: "elsewhere", again: false };
    case "keptMine":
      return { ...state, phase: "waiting", version: event.version };
    case "discarded":
      return { phase: "idle", version: 0, savedAt: null, again: false };
  }
}

/** True while something that was typed is on no server. */
export function hasUnsaved({ phase }: DraftState): boolean {
  return phase === "waiting" || phase === "saving" || phase === "failed" || phase === "elsewhere";
}

/** Whether a save should start by itself, and after how long. */
export function delayBeforeSave(
  { phase }: DraftState,
  typedDelayMs: number,
  retryDelayMs: number,
): number | null {
  if (phase === "waiting") return typedDelayMs;
  return phase === "failed" ? retryDelayMs : null;
}

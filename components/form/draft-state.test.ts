import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  delayBeforeSave,
  type DraftEvent,
  type DraftState,
  hasUnsaved,
  NEW_DRAFT,
  nextDraftState,
} from "./draft-state.ts";

const after = (...events: DraftEvent[]): DraftState => events.reduce(nextDraftState, NEW_DRAFT);
const saved = (version: number): DraftEvent => ({ kind: "saved", version, savedAt: `s${version}` });
const loaded: DraftEvent = { kind: "loaded", version: 0, savedAt: null };

describe("a draft", () => {
  it("waits after typing, and rests when it is saved", () => {
    expect(after(loaded).phase).toBe("idle");
    const typed = after(loaded, { kind: "typed" });
    expect([typed.phase, delayBeforeSave(typed, 1500, 9000)]).toEqual(["waiting", 1500]);
    const rest = after(loaded, { kind: "typed" }, { kind: "sent" }, saved(1));
    expect(rest).toEqual({ phase: "idle", version: 1, savedAt: "s1", again: false });
    expect([hasUnsaved(typed), hasUnsaved(rest)]).toEqual([true, false]);
  });

  it("does not begin its wait anew with each key, so that typing without a pause is saved too", () => {
    const typed = after(loaded, { kind: "typed" });
    expect(nextDraftState(typed, { kind: "typed" })).toBe(typed);
  });

  it("saves again what was typed while a save was on its way", () => {
    const state = after(loaded, { kind: "typed" }, { kind: "sent" }, { kind: "typed" }, saved(1));
    expect(state).toMatchObject({ phase: "waiting", version: 1 });
  });

  it("keeps trying when the server cannot be reached", () => {
    const state = after(loaded, { kind: "typed" }, { kind: "sent" }, { kind: "failed" });
    expect([hasUnsaved(state), delayBeforeSave(state, 1500, 9000)]).toEqual([true, 9000]);
  });

  it("stops saving over a newer draft from another window until the person chose", () => {
    const overtaken = after(
      loaded,
      { kind: "typed" },
      { kind: "sent" },
      { kind: "overtaken" },
      { kind: "typed" },
    );
    expect([overtaken.phase, delayBeforeSave(overtaken, 1500, 9000)]).toEqual(["elsewhere", null]);
    const kept = nextDraftState(overtaken, { kind: "keptMine", version: 5 });
    expect([kept.phase, kept.version]).toEqual(["waiting", 5]);
  });

  it("does not forget what was typed before the server answered whether there is a draft", () => {
    expect(after({ kind: "typed" }, loaded).phase).toBe("waiting");
  });

  it("never calls typed text saved: after typing, only a save that began later brings rest", () => {
    const event = fc.constantFrom<DraftEvent>({ kind: "typed" }, { kind: "sent" }, saved(2), {
      kind: "failed",
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        let state = after(loaded);
        let owed = false;
        let sentAll = true;
        for (const one of events) {
          const onItsWay = state.phase === "saving";
          if (one.kind === "sent" && state.phase !== "waiting" && state.phase !== "failed") continue;
          if ((one.kind === "saved" || one.kind === "failed") && !onItsWay) continue;
          if (one.kind === "typed") {
            owed = true;
            if (onItsWay) sentAll = false;
          }
          if (one.kind === "sent") sentAll = true;
          if (one.kind === "saved" && sentAll) owed = false;
          state = nextDraftState(state, one);
          expect(hasUnsaved(state)).toBe(owed);
        }
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});

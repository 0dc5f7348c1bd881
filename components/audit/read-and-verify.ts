import { postJson } from "#components/form/post-json.ts";
import { type Problem, UNAVAILABLE } from "#components/ui/problem.ts";
import { COPY_ENTRIES_MAX, type Noted } from "#lib/audit/words.ts";
import { checkpointHere } from "./verify-checkpoint.ts";
import { type HereResult, verifierHere } from "./verify-here.ts";

/** How far the browser is, in entries. */
export interface Progress {
  done: number;
  size: number;
}

/** What the browser found of the newest checkpoint: nothing is signed yet, it is signed by a key, or why not. */
export type SignedHere =
  | { state: "none" }
  | { state: "signed"; size: number; vkey: string }
  | { state: "forged" | "unable" };
export interface FoundHere {
  by: "browser";
  result: HereResult;
  signed: SignedHere;
}
type Answer = { problem: Problem } | { found: FoundHere };

/** Reads the log slice by slice, up to where it ends now, and verifies it in this browser; nothing of it is kept. */
export async function readAndVerify(
  point: Noted | null,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  const begun = await asked("audit.export", { caseCode: null });
  if ("problem" in begun) return begun;
  const { signed, points } = await signedIn(begun.result);
  const here = verifierHere(point === null ? points : [point, ...points]);
  const ended = (result: HereResult): Answer => ({ found: { by: "browser", result, signed } });
  const size = Number(Reflect.get(begun.result, "size"));
  for (let done = 0; done < size;) {
    onProgress({ done, size });
    const slice = await asked("audit.copy", { from: done + 1, to: Math.min(size, done + COPY_ENTRIES_MAX) });
    if ("problem" in slice) return slice;
    const lines = linesIn(slice.result);
    // A slice that is empty is an entry that is not there.
    if (lines.length === 0) return ended({ ok: false, firstBad: done + 1, lastGood: done, why: "missing" });
    const fault = await here.add(lines);
    if (fault) return ended(fault);
    done += lines.length;
  }
  return ended(await here.end());
}

/** Of the newest checkpoint: what was found, and the point to hold the log against where a key signed it. */
async function signedIn(begun: object): Promise<{ signed: SignedHere; points: Noted[] }> {
  const said: unknown = Reflect.get(begun, "signed");
  if (typeof said !== "object" || said === null) return { signed: { state: "none" }, points: [] };
  const vkey = String(Reflect.get(said, "vkey"));
  const found = await checkpointHere(String(Reflect.get(said, "checkpoint")), vkey);
  if (!found.signed) return { signed: { state: found.why }, points: [] };
  return { signed: { state: "signed", size: found.point.size, vkey }, points: [found.point] };
}

async function asked(name: string, input: object): Promise<{ problem: Problem } | { result: object }> {
  const answer = await postJson(`/api/v1/ask/${name}`, { input });
  if (!answer.ok) return { problem: answer.problem };
  return typeof answer.result === "object" && answer.result !== null
    ? { result: answer.result }
    : { problem: UNAVAILABLE };
}

function linesIn(answer: object): string[] {
  const lines: unknown = Reflect.get(answer, "lines");
  return Array.isArray(lines) ? lines.filter((line) => typeof line === "string") : [];
}

import { postJson } from "#components/form/post-json.ts";
import { type Problem, UNAVAILABLE } from "#components/ui/problem.ts";
import { COPY_ENTRIES_MAX, type Noted } from "#lib/audit/words.ts";
import { type HereResult, verifierHere } from "./verify-here.ts";

/** How far the browser is, in entries. */
export interface Progress {
  done: number;
  size: number;
}

type Answer = { problem: Problem } | { found: { by: "browser"; result: HereResult } };

/** Reads the log slice by slice, up to where it ends now, and verifies it in this browser; nothing of it is kept. */
export async function readAndVerify(
  point: Noted | null,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  const here = verifierHere(point === null ? [] : [point]);
  const begun = await asked("audit.export", { caseCode: null });
  if ("problem" in begun) return begun;
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

const ended = (result: HereResult): Answer => ({ found: { by: "browser", result } });

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

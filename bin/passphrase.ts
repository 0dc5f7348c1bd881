/** Asks the person at the terminal for a passphrase, which nobody sees: neither the screen nor the list of processes. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

let reader: ReturnType<typeof openReader> | null = null;

/**
 * @param question shown to whoever sits there; where nobody does, the next line of the input is taken
 * @throws Error when nothing was typed
 */
export async function passphraseTyped(question = "Passphrase of the keys: "): Promise<string> {
  const typed = await lineTyped(question);
  if (typed === null || typed.trim() === "") throw new Error("No passphrase was typed. Nothing was changed.");
  return typed;
}

/** The same for one line of anything secret. @returns null where the input is over */
export async function lineTyped(question: string): Promise<string | null> {
  const lines = (reader ??= openReader());
  if (!process.stdin.isTTY) return nextOf(lines);
  process.stderr.write(question);
  lines.face.resume();
  const line = await nextOf(lines);
  // Nothing is waited for between two questions, and the program may end.
  lines.face.pause();
  process.stderr.write("\n");
  return line;
}

/** One reader for all questions: a second one would not see what the first has read ahead, as where several lines are pasted. */
async function nextOf({ read }: ReturnType<typeof openReader>): Promise<string | null> {
  const next = await read.next();
  return next.done === true ? null : next.value;
}

function openReader() {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const face = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: unseen, terminal: true })
    : createInterface({ input: process.stdin });
  return { face, read: face[Symbol.asyncIterator]() };
}

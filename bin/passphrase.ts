/** Asks the person at the terminal for a passphrase, which nobody sees: neither the screen nor the list of processes. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

let piped: AsyncIterator<string> | null = null;

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
export const lineTyped = (question: string): Promise<string | null> =>
  process.stdin.isTTY ? typedUnseen(question) : nextLine();

async function typedUnseen(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  try {
    return await lines.question("");
  } finally {
    process.stderr.write("\n");
    lines.close();
  }
}

/** One reader for all questions: a second one would not see what the first has read ahead. */
async function nextLine(): Promise<string | null> {
  piped ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const next = await piped.next();
  return next.done === true ? null : next.value;
}

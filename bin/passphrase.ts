/** Asks the person at the terminal for a passphrase, which nobody sees: neither the screen nor the list of processes. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/**
 * @param question shown to whoever sits there; where nobody does, the first line of the input is taken
 * @throws Error when nothing was typed
 */
export async function passphraseTyped(question = "Passphrase of the keys: "): Promise<string> {
  const isSeen = process.stdin.isTTY;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isSeen });
  if (isSeen) process.stderr.write(question);
  try {
    const typed = isSeen ? await lines.question("") : await firstLine(lines);
    if (isSeen) process.stderr.write("\n");
    if (typed.trim() === "") throw new Error("No passphrase was typed. Nothing was changed.");
    return typed;
  } finally {
    lines.close();
  }
}

async function firstLine(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) return line;
  return "";
}

/** The three verifiers of the log, asked the same in one process each: what tests compare. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { leafOf } from "#lib/core/audit-event.ts";
import { parseEvent, type StoredEvent, verifyChain } from "../verify.ts";
import { notedFrom } from "../vocabulary.ts";

/** What a verifier says; absent is what its answer does not name. */
export interface Answer {
  exit: number;
  firstBad?: number;
  lastBad?: number;
  why?: string;
}

export interface Said {
  answer: Answer;
  /** `<size>:<root>` as it was found. */
  root: string | undefined;
  output: string;
}

/** Verifiers by their names; each takes the arguments of the command line. */
export interface Verifiers {
  javascript(args: string[]): Said;
  python(args: string[]): Promise<Said>;
  /** Ends the process of the second one. */
  close(): Promise<void>;
}

const Main = z.object({ main: z.custom<(args: string[]) => { code: number; lines: string[] }>() });
const Reply = z.tuple([z.number(), z.string()]);

/** Starts the two published programs. */
export async function publishedVerifiers(): Promise<Verifiers> {
  const { main } = Main.parse(await import(pathToFileURL("docs/verify/verify.mjs").href));
  const python = spawn("python3", ["lib/audit/testing/verify-driver.py"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting: { done(said: Said): void; fail(error: Error): void }[] = [];
  const ended = new Promise<void>((done) => {
    python.on("close", () => {
      for (const { fail } of waiting) fail(new Error("verify-events.py failed: what it wrote stands above"));
      done();
    });
  });
  createInterface({ input: python.stdout }).on("line", (line) => {
    waiting.shift()?.done(saidBy(...Reply.parse(JSON.parse(line))));
  });
  return {
    javascript(args) {
      const { code, lines } = main(args);
      return saidBy(code, lines.join("\n"));
    },
    python: (args) =>
      new Promise((done, fail) => {
        waiting.push({ done, fail });
        python.stdin.write(`${JSON.stringify(args)}\n`);
      }),
    async close() {
      python.stdin.end();
      await ended;
    },
  };
}

/** Reads what a published program said. */
export function saidBy(exit: number, output: string): Said {
  const bad = /First bad entr(?:y: (\d+)|ies: (\d+)-(\d+)) \((\w+)\)/.exec(output);
  const [, one, first, last, why] = bad ?? [];
  const root = /Size and root: (\d+:[0-9a-f]{64})/.exec(output)?.[1];
  const answer: Answer = {
    exit,
    ...((one ?? first) && { firstBad: Number(one ?? first) }),
    ...(last && { lastBad: Number(last) }),
    ...(why && { why }),
  };
  return { answer, root, output };
}

/**
 * What the program's own verifier says about the lines of a file, given as a database would hold them. It is asked within the
 * program, where a log with nothing noted holds; the answer is that of a file, which then cannot be verified.
 */
export async function ownVerifier(lines: readonly string[], noted: readonly string[]): Promise<Answer> {
  if (lines.length === 0 && noted.length === 0) return { exit: 2 };
  const points = noted.map(notedFrom).filter((point) => point !== null);
  const result = await verifyChain(stored(lines), "absent", { noted: points });
  if (result.ok) return { exit: noted.length === 0 ? 2 : 0 };
  const { firstBad, lastBad = firstBad, why } = result;
  return { exit: 1, firstBad, ...(lastBad !== firstBad && { lastBad }), why };
}

async function* stored(lines: readonly string[]): AsyncGenerator<StoredEvent> {
  for (const [n, body] of lines.entries()) {
    const event = parseEvent(body);
    yield {
      seq: event?.seq ?? n + 1,
      leaf: leafOf(body),
      body,
      caseId: event?.case ?? null,
      act: event?.act ?? "",
      actor: event?.actor ?? "",
      objectId: event?.obj ?? null,
      decision: event?.dec ?? "",
      requestId: event?.req ?? "",
      at: event ? Date.parse(event.ts) : 0,
      detail: undefined,
    };
  }
}

/** A folder of its own for the files that verifiers read. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), "attest-verify-"));
  let count = 0;
  const next = () => join(folder, String((count += 1)));
  return {
    /** Writes a file; its path. */
    file(text: string): string {
      const path = next();
      writeFileSync(path, text);
      return path;
    },
    /** Writes files by their paths below a new folder; the path of that. */
    folder(files: Readonly<Record<string, string>>): string {
      const top = next();
      mkdirSync(top);
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(top, path)), { recursive: true });
        writeFileSync(join(top, path), text);
      }
      return top;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The text of a file of lines. */
export const fileOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

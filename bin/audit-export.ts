/**
 * Writes the audit log to a file that anyone can verify without this program:
 *   npm run audit-export -- --as NAME [--case CODE] [--out events.jsonl]
 * One line an event, exactly as it was hashed. With --case only that case's entries are shown, all others as hashes.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { Reader } from "#db/store.ts";
import { merkleTree } from "#lib/audit/merkle.ts";
import { exportLog } from "#lib/audit/queries/export-log.ts";
import { eventsBetween } from "#lib/audit/read-log.ts";
import { maybePersonAtTerminal } from "#lib/auth/terminal.ts";
import { ask } from "#lib/core/ask.ts";
import { NotFound, Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { readEnv } from "#lib/platform/env.ts";
import { mustBeThere } from "./data-there.ts";

const USAGE = "Usage: npm run audit-export -- --as NAME [--case CODE] [--out events.jsonl]";

process.exitCode = await main().catch((error: unknown) => {
  console.error(sentence(error));
  return 1;
});

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      as: { type: "string" },
      case: { type: "string" },
      out: { type: "string", default: "events.jsonl" },
    },
  });
  if (values.as === undefined)
    throw new Error(`${USAGE}\n--as names the auditor who takes the copy: it is noted in the log.`);
  await mustBeThere(readEnv());
  const { store } = await system();
  try {
    const caller = await maybePersonAtTerminal(store.read, values.as);
    if (!caller) throw new Error(`There is no account named ${values.as}.`);
    const { size, caseId } = await ask(exportLog, caller, { caseCode: values.case ?? null });
    const tree = merkleTree();
    const shown = { count: 0 };
    const lines = Readable.from(linesOf(store.read, size, caseId, tree, shown));
    await pipeline(lines, createWriteStream(values.out, { flags: "wx", mode: 0o600 }));
    console.log(`Wrote ${size} entries to ${values.out}, ${shown.count} of them shown.`);
    console.log(`Size and root: ${size}:${tree.root()}`);
    console.log(
      "Note this line down and keep it elsewhere: against it, a later copy shows a cut or rewritten log.",
    );
    console.log(`To verify, with Node or Python alone and no network, give the line back as SIZE:ROOT:`);
    console.log(`  node docs/verify/verify.mjs ${values.out} --noted SIZE:ROOT`);
    console.log(`  python3 docs/verify/verify-events.py ${values.out} --noted SIZE:ROOT`);
    return 0;
  } finally {
    await store.close();
  }
}

async function* linesOf(
  read: Reader,
  size: number,
  caseId: string | null,
  tree: ReturnType<typeof merkleTree>,
  shown: { count: number },
): AsyncGenerator<string> {
  for await (const event of eventsBetween(read, 1, size)) {
    tree.add(event.leaf);
    const isShown = caseId === null || event.caseId === caseId;
    if (isShown) shown.count += 1;
    yield isShown ? `${event.body}\n` : `{"leaf":"${event.leaf}","seq":${event.seq}}\n`;
  }
}

function sentence(error: unknown): string {
  if (error instanceof Refused) return "This account may not read the audit log; the refusal is noted in it.";
  if (error instanceof NotFound) return "There is no such case.";
  return error instanceof Error ? error.message : String(error);
}

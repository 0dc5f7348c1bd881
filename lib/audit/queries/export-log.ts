import { eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { lastCheckpoint } from "../kept-checkpoints.ts";
import { keysOfLog } from "../log-keys.ts";
import { readEnds } from "../read-log.ts";

/**
 * Begins a copy of the log up to where it ends now: whole, or with the entries of one case shown and all others as
 * hashes. That it was taken, by whom and up to where, is in the log before the first line leaves.
 */
export const exportLog = query({
  name: "audit.export",
  input: z.strictObject({ caseCode: z.string().trim().toUpperCase().max(20).nullable() }),
  permission: "audit.read",
  caseOf: () => ORGANISATION,
  async run({ read }, { caseCode }) {
    const caseId = caseCode === null ? null : await caseWith(read, caseCode);
    const { head: named } = await readEnds(read);
    const signed = named ? await newestSigned(read, named.log) : null;
    // Read after it: what was signed is no longer than what is copied.
    const { head } = await readEnds(read);
    if (!head) throw new NotFound();
    return { log: head.log, size: head.seq, leaf: head.leaf, caseId, signed };
  },
  traceOf: ({ caseId, log, size }) => ({ caseId, object: { id: log, version: size } }),
});

/** The newest checkpoint, and the key that signs; null while nothing is signed. Both are public. */
async function newestSigned(read: Reader, log: string): Promise<{ checkpoint: string; vkey: string } | null> {
  const key = (await keysOfLog(read, log)).at(-1);
  const last = key ? await lastCheckpoint(read, key.origin) : null;
  return key && last?.checkpoint ? { checkpoint: last.checkpoint.raw, vkey: key.vkey } : null;
}

async function caseWith(read: Reader, code: string): Promise<string> {
  const [row] = await read.select({ id: cases.id }).from(cases).where(eq(cases.code, code));
  if (!row) throw new NotFound();
  return row.id;
}

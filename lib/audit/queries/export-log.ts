import { eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { lastCheckpoint } from "../kept-checkpoints.ts";
import { counts, keysOfLog } from "../log-keys.ts";
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

/**
 * The newest checkpoint, empty where what is kept is none, and the key that signed it, or else the one that should have; null while
 * nothing is signed. All of it is public.
 */
async function newestSigned(read: Reader, log: string): Promise<{ checkpoint: string; vkey: string } | null> {
  const keys = await keysOfLog(read, log);
  const now = keys.at(-1);
  const last = now ? await lastCheckpoint(read, now.origin) : null;
  if (!now || !last) return null;
  const { checkpoint } = last;
  const by = checkpoint && keys.findLast((one) => counts(checkpoint, [one]));
  return { checkpoint: checkpoint?.raw ?? "", vkey: (by ?? now).vkey };
}

async function caseWith(read: Reader, code: string): Promise<string> {
  const [row] = await read.select({ id: cases.id }).from(cases).where(eq(cases.code, code));
  if (!row) throw new NotFound();
  return row.id;
}

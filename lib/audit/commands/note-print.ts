import { auditAnchors, auditCheckpoints } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { checkpointAt } from "../kept-checkpoints.ts";
import { counts, keysOfLog } from "../log-keys.ts";
import { readEnds } from "../read-log.ts";

/**
 * Notes that a checkpoint was printed and put where whoever runs the machine cannot reach it. The program takes the auditor's word
 * for it, and the log keeps whose word it is.
 */
export const notePrint = command({
  name: "audit.notePrint",
  input: z.strictObject({
    /** Size of the checkpoint on the sheet. */
    size: z.number().int().positive(),
    /** Where the sheet lies, in words that help to find it again. */
    place: z.string().trim().min(3).max(120),
  }),
  permission: "audit.anchor",
  sight: "audit.read",
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  async run({ read, books, now }, { size, place }) {
    const [kept] = await read
      .select({ at: auditCheckpoints.at })
      .from(auditCheckpoints)
      .where(eq(auditCheckpoints.size, size));
    const printed = await checkpointAt(read, size);
    const keys = await keysOfLog(read, (await readEnds(read)).head?.log ?? "");
    if (!kept || !counts(printed, keys)) throw new NotFound();
    const { origin, root } = printed;
    // Whenever it is noted, it vouches for what was entered before it was signed.
    const at = Math.min(kept.at, now);
    const id = newId("anchor");
    await books
      .insert(auditAnchors)
      .values({ id, kind: "print", place, origin, size, root, evidence: null, at });
    return { result: { id, at }, entry: { object: { id, version: 1 }, detail: { size, place } } };
  },
});

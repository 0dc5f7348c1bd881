import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { notedOutside } from "../elsewhere.ts";
import { readEnds } from "../read-log.ts";
import { verifyLog } from "../verify-log.ts";
import { notedFrom } from "../vocabulary.ts";

/**
 * Verifies the whole log and all rows against it, while others go on working. It is a query, as nothing slow may run in
 * a command's transaction; it leaves an entry that says what was found and up to where.
 */
export const verifyNow = query({
  name: "audit.verifyNow",
  input: z.strictObject({
    /** Size and root written down earlier, `<size>:<root>`. */
    noted: z
      .string()
      .refine((text) => notedFrom(text) !== null, "invalid")
      .optional(),
  }),
  permission: "audit.verify",
  caseOf: () => ORGANISATION,
  async run({ read, keys, now, dataFolder }, { noted }) {
    const elsewhere = await notedOutside(read, dataFolder);
    const result = await verifyLog(read, keys, [...elsewhere, ...[(noted && notedFrom(noted)) || []].flat()]);
    const { head } = await readEnds(read);
    return { at: now, log: head?.log ?? null, ...result };
  },
  traceOf: ({ log, verdict, chain }) => ({
    caseId: null,
    ...(log === null ? {} : { object: { id: log, version: chain.ok ? chain.headSeq : chain.lastGood } }),
    reason: verdict,
  }),
});

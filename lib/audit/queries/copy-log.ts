import { z } from "zod";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { eventsBetween, readEnds } from "../read-log.ts";
import { COPY_ENTRIES_MAX } from "../vocabulary.ts";

/**
 * A slice of the log, each entry exactly as it was hashed, so that a browser verifies it by itself. Each slice is on record; what
 * it holds are codes, as in every copy of the log.
 */
export const copyLog = query({
  name: "audit.copy",
  input: z.strictObject({
    /** Number of the first entry. */
    from: z.int().min(1),
    /** Number of the last at most; a slice may be shorter. */
    to: z.int().min(1),
  }),
  permission: "audit.read",
  caseOf: () => ORGANISATION,
  async run({ read }, { from, to }) {
    const { head } = await readEnds(read);
    const last = Math.min(to, head?.seq ?? 0, from + COPY_ENTRIES_MAX - 1);
    const lines: string[] = [];
    for await (const { body } of eventsBetween(read, from, last)) lines.push(body);
    return { log: head?.log ?? null, last, lines };
  },
  traceOf: ({ log, last }) => ({
    caseId: null,
    ...(log === null || last < 1 ? {} : { object: { id: log, version: last } }),
  }),
});

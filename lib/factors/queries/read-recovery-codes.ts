import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { maybeSeries } from "../find.ts";
import { recoveryCodesOf } from "../rules.ts";

/** One's own recovery codes that were not used yet, to be printed or written down; that they were shown is in the log. */
export const readRecoveryCodes = query({
  name: "factor.recoveryCodes",
  input: z.strictObject({}),
  permission: "self.act",
  isSensitive: true,
  caseOf: () => ORGANISATION,
  async run({ read, scope, keys }) {
    const series = await maybeSeries(read, scope.accountId);
    if (!series) return { codes: [] };
    const all = recoveryCodesOf(keys, scope.accountId, series.series);
    return { codes: all.filter((_, at) => !series.used.includes(at)) };
  },
  traceOf: () => ({ caseId: null }),
});

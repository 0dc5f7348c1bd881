import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { codesLeft, liveFactors, maybeSeries } from "../find.ts";

/** What one proves beside the password: each factor, and how many recovery codes are left. No secret. */
export const listFactors = query({
  name: "factor.list",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run({ read, scope }) {
    const held = await liveFactors(read, scope.accountId);
    const series = await maybeSeries(read, scope.accountId);
    return {
      factors: held.map(({ id, kind, label, createdAt, usedAt }) => ({ id, kind, label, createdAt, usedAt })),
      codesLeft: codesLeft(series),
      codesMadeAt: series?.madeAt ?? null,
    };
  },
});

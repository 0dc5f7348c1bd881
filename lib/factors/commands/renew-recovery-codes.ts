import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { beginSeries } from "../acts.ts";

/** Makes new recovery codes of one's own; those before count no more. */
export const renewRecoveryCodes = command({
  name: "factor.renewRecovery",
  input: z.strictObject({}),
  permission: "self.act",
  isSensitive: true,
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx) {
    await beginSeries(ctx, ctx.scope.accountId);
    return { result: {}, entry: {} };
  },
});

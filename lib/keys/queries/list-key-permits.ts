import { someoneCanApprove } from "#lib/accounts/find/role-proposals.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { openKeyPermits } from "../find.ts";

/** Changes of the keys that wait for another administrator or can be made now, and whether there is another one at all. */
export const listKeyPermits = query({
  name: "keys.permits",
  input: z.strictObject({}),
  permission: "keys.keep",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const { humanId } = ctx.scope;
    const rows = await openKeyPermits(ctx);
    return {
      isAlone: !(await someoneCanApprove(ctx, [humanId])),
      rows: rows.map(({ askedByHumanId, ...row }) => ({ ...row, isOwn: askedByHumanId === humanId })),
    };
  },
});

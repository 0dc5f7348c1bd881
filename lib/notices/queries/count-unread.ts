import { and, eq } from "drizzle-orm";
import { notices } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { myUnread } from "../find.ts";
import { UNREAD_MAX } from "../vocabulary.ts";

/** How many notices the caller has not read, and how many of them call them by name; both up to a hundred. */
export const countUnread = query({
  name: "notice.countUnread",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const upToMax = async (where: ReturnType<typeof and>) =>
      (
        await ctx.read
          .select({ id: notices.id })
          .from(notices)
          .where(where)
          .limit(UNREAD_MAX + 1)
      ).length;
    const unread = await upToMax(myUnread(ctx));
    const mentions = unread === 0 ? 0 : await upToMax(and(myUnread(ctx), eq(notices.kind, "mentioned")));
    return { unread, mentions };
  },
});

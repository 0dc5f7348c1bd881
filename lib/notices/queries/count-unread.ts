import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { countUnreadOf } from "../find.ts";

/** How many notices the caller has not read, and how many of them call them by name; both up to a hundred. */
export const countUnread = query({
  name: "notice.countUnread",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const unread = await countUnreadOf(ctx);
    return { unread, mentions: unread === 0 ? 0 : await countUnreadOf(ctx, "mentioned") };
  },
});

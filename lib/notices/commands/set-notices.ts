import { noticeSettings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { EmailAddress, MUTABLE_KINDS } from "../vocabulary.ts";

/** Chooses of what one is told, and whether by mail too and where to. The address stands in no entry of the log. */
export const setNotices = command({
  name: "notice.set",
  input: z.strictObject({
    muted: z.array(z.enum(MUTABLE_KINDS)).max(MUTABLE_KINDS.length),
    email: EmailAddress,
    mail: z.boolean(),
  }),
  permission: "self.act",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { muted, email, mail }) {
    if (mail && email === null) throw new Invalid([{ path: "email", code: "required" }]);
    const { humanId } = ctx.scope;
    const values = { muted: [...new Set(muted)], email, mail, updatedAt: ctx.now };
    await ctx.books
      .insert(noticeSettings)
      .values({ humanId, ...values })
      .onConflictDoUpdate({ target: noticeSettings.humanId, set: values });
    return { result: { mail }, entry: { detail: { muted: values.muted, mail, hasAddress: email !== null } } };
  },
});

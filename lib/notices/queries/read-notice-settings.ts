import { eq } from "drizzle-orm";
import { noticeSettings } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { mailIsSet } from "#lib/platform/mail.ts";
import { z } from "zod";
import { MUTABLE_KINDS } from "../vocabulary.ts";

/** Of what the caller is told, and whether by mail too; and whether this house sends mail at all. */
export const readNoticeSettings = query({
  name: "notice.settings",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run({ read, scope }) {
    const [row] = await read
      .select({ muted: noticeSettings.muted, email: noticeSettings.email, mail: noticeSettings.mail })
      .from(noticeSettings)
      .where(eq(noticeSettings.humanId, scope.humanId));
    const muted = MUTABLE_KINDS.filter((kind) => row?.muted.includes(kind));
    return { muted, email: row?.email ?? null, mail: row?.mail ?? false, mailIsSet: mailIsSet() };
  },
});

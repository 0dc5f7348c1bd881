/** Sends the mails that wait: that something waits, and where. Never what, of whom, or in which case. */
import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { accounts, mails, noticeSettings } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { scopeOf } from "#lib/core/scope.ts";
import { type System, system } from "#lib/core/system.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { readEnv } from "#lib/platform/env.ts";
import { logEvent, logFault } from "#lib/platform/log.ts";
import { mailIsSet, sendMail } from "#lib/platform/mail.ts";
import { countUnreadOf } from "./find.ts";

/** Mails in one round; the others wait for the next. */
const ROUND_MAX = 50;
/** After these many tries a mail is given up; the next notice begins another. */
const ATTEMPTS_MAX = 6;
const BACK_OFF_MS = 60_000;

/** Sends what is due, one after the other; what cannot be sent waits twice as long each time. */
export async function sendDueMails(): Promise<void> {
  if (!mailIsSet()) return;
  const sys = await system();
  const due = await sys.store.read
    .select({ humanId: mails.humanId, attempts: mails.attempts, email: noticeSettings.email })
    .from(mails)
    .innerJoin(noticeSettings, eq(noticeSettings.humanId, mails.humanId))
    .where(and(isNotNull(mails.dueAt), lte(mails.dueAt, sys.clock())))
    .orderBy(asc(mails.dueAt))
    .limit(ROUND_MAX);
  for (const mail of due) await sendOne(sys, mail);
}

async function sendOne(
  sys: System,
  { humanId, attempts, email }: { humanId: string; attempts: number; email: string | null },
): Promise<void> {
  const set = (changes: Partial<typeof mails.$inferInsert>) =>
    keepBooks(sys, async (tx) => {
      await tx.update(mails).set(changes).where(eq(mails.humanId, humanId));
    });
  // What was read meanwhile, or may no longer be read, is nothing to be called for.
  if (email === null || !(await stillWaits(sys, humanId))) return set({ dueAt: null });
  try {
    await sendMail({ to: email, ...words() });
    await set({ dueAt: null, attempts: 0, sentAt: sys.clock() });
    logEvent("mail.sent", {});
  } catch (error) {
    logFault(error);
    const tried = attempts + 1;
    const dueAt = tried >= ATTEMPTS_MAX ? null : sys.clock() + BACK_OFF_MS * 2 ** attempts;
    await set({ dueAt, attempts: tried });
  }
}

/** Whether a person wants mail still, and has something unread that one of their accounts may read. */
async function stillWaits({ store: { read }, clock }: System, humanId: string): Promise<boolean> {
  const held = await read
    .select({ accountId: accounts.id })
    .from(accounts)
    .innerJoin(noticeSettings, eq(noticeSettings.humanId, accounts.humanId))
    .where(and(eq(accounts.humanId, humanId), eq(accounts.status, "active"), eq(noticeSettings.mail, true)));
  for (const { accountId } of held) {
    const caller = { kind: "job", accountId, humanId, jobId: "mail" } as const;
    const scope = await scopeOf(read, caller, "self.act", clock());
    if ((await countUnreadOf({ read, scope })) > 0) return true;
  }
  return false;
}

/** In both languages, since nothing is known of the reader but the address. */
function words() {
  const [en, ar] = [translatorFor("en", "teamwork"), translatorFor("ar", "teamwork")];
  const { url } = readEnv();
  return {
    subject: `${en("mail.subject")} · ${ar("mail.subject")}`,
    text: `${en("mail.text")}\n${ar("mail.text")}\n\n${url}\n`,
  };
}

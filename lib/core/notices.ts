/**
 * Telling people that something was done which concerns them. Bookkeeping, written in the transaction of the act; a notice
 * says which act, to what and by whom, never what the record or the comment says. Who may see it is decided when it is
 * read: who loses the case loses the notice.
 */
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { mails, notices, noticeSettings } from "#db/schema/index.ts";
import type { noticeKinds, noticeNouns } from "#db/schema/teamwork.ts";
import type { Tx } from "#db/store.ts";
import { readEnv } from "#lib/platform/env.ts";
import { clearedFor } from "./cleared.ts";
import { newId } from "./ids.ts";

export type NoticeKind = (typeof noticeKinds)[number];
export type NoticeNoun = (typeof noticeNouns)[number];

export interface Notice {
  /** Humans to be told; whoever did the act is left out. */
  to: readonly string[];
  kind: NoticeKind;
  caseId: string;
  noun: NoticeNoun;
  recordId: string;
  /** The comment to which it leads. */
  anchorId?: string;
  /** For what is told once, however often it is noticed. */
  onceKey?: string;
}

interface TellContext {
  books: Tx;
  now: number;
  /** Who did it; null for what happened by itself, which is told to everybody named. */
  by: string | null;
}

/**
 * Tells people of one act, each at most once, and those not at all who do not want to know of this kind or are not cleared for
 * the record: not even a mail that something waits is to tell them that it is there.
 */
export async function tell({ books, now, by }: TellContext, { to, ...notice }: Notice): Promise<void> {
  const isCleared = await clearedFor(books, notice, now, "humanId");
  const people = [...new Set(to)].filter((humanId) => humanId !== by && isCleared(humanId));
  if (people.length === 0) return;
  const wishes = await books
    .select({ humanId: noticeSettings.humanId, muted: noticeSettings.muted })
    .from(noticeSettings)
    .where(inArray(noticeSettings.humanId, people));
  const deaf = new Set(wishes.filter(({ muted }) => muted.includes(notice.kind)).map((one) => one.humanId));
  const told = people.filter((humanId) => !deaf.has(humanId));
  if (told.length === 0) return;
  const { onceKey, ...said } = notice;
  const rows = told.map((humanId) => ({
    id: newId("notice"),
    humanId,
    ...said,
    byHumanId: by,
    createdAt: now,
    ...(onceKey === undefined ? {} : { onceKey: `${onceKey}:${humanId}` }),
  }));
  const written = await books
    .insert(notices)
    .values(rows)
    .onConflictDoNothing({ target: notices.onceKey })
    .returning({ humanId: notices.humanId });
  await queueMails(
    books,
    now,
    written.map(({ humanId }) => humanId),
  );
}

/** A moment in which more may happen that the same mail then stands for. */
const GATHER_MS = 60_000;

/** Lets one mail wait for each of those who want to be told by mail; one that waits already stands for this too. */
async function queueMails(books: Tx, now: number, humanIds: readonly string[]): Promise<void> {
  const { smtp, mailEveryMs } = readEnv();
  if (smtp === null || humanIds.length === 0) return;
  const wanting = await books
    .select({ humanId: noticeSettings.humanId })
    .from(noticeSettings)
    .where(
      and(
        inArray(noticeSettings.humanId, [...humanIds]),
        eq(noticeSettings.mail, true),
        isNotNull(noticeSettings.email),
      ),
    );
  for (const { humanId } of wanting) {
    const [last] = await books
      .select({ dueAt: mails.dueAt, sentAt: mails.sentAt })
      .from(mails)
      .where(eq(mails.humanId, humanId));
    const dueAt = Math.max(now + GATHER_MS, (last?.sentAt ?? 0) + mailEveryMs);
    if (!last) await books.insert(mails).values({ humanId, dueAt, attempts: 0, sentAt: null });
    else
      await books
        .update(mails)
        .set({ dueAt, attempts: 0 })
        .where(and(eq(mails.humanId, humanId), isNull(mails.dueAt)));
  }
}

/** The context of `tell` for a command: told by its caller. */
export const asTold = (ctx: { books: Tx; now: number; scope: { humanId: string } }): TellContext => ({
  books: ctx.books,
  now: ctx.now,
  by: ctx.scope.humanId,
});

/**
 * Telling people that something was done which concerns them. Bookkeeping, written in the transaction of the act; a notice
 * says which act, to what and by whom, never what the record or the comment says. Who may see it is decided when it is
 * read: who loses the case loses the notice.
 */
import { inArray } from "drizzle-orm";
import { notices, noticeSettings } from "#db/schema/index.ts";
import type { noticeKinds, noticeNouns } from "#db/schema/teamwork.ts";
import type { Tx } from "#db/store.ts";
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

/** Tells people of one act, each at most once, and those not at all who do not want to know of this kind. */
export async function tell({ books, now, by }: TellContext, { to, ...notice }: Notice): Promise<void> {
  const people = [...new Set(to)].filter((humanId) => humanId !== by);
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
  await books.insert(notices).values(rows).onConflictDoNothing({ target: notices.onceKey });
}

/** The context of `tell` for a command: told by its caller. */
export const asTold = (ctx: { books: Tx; now: number; scope: { humanId: string } }): TellContext => ({
  books: ctx.books,
  now: ctx.now,
  by: ctx.scope.humanId,
});

/** A comment as the server shows it to one person. */
export interface ShownComment {
  readonly id: string;
  readonly version: number;
  readonly author: string;
  readonly replyToId: string | null;
  /** Null for what was taken back. */
  readonly body: string | null;
  readonly mentions: readonly Mention[];
  readonly createdAt: number;
  readonly isMine: boolean;
  readonly isNew: boolean;
  readonly isAmended: boolean;
  readonly may: { readonly amend: boolean };
}

/** A colleague called by name: an account, and the name as it stands in the text. */
export interface Mention {
  readonly id: string;
  readonly name: string;
}

export interface CommentPage {
  readonly rows: readonly ShownComment[];
  readonly next: string | null;
}

export type Visibility = "team" | "own";

/** The mentions whose names still stand in a text. */
export const mentionsIn = (text: string, mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter(({ name }) => text.includes(`@${name}`));

const UNFINISHED = /(?:^|[\s([{])@([^\s@][^@\n]{0,39}|)$/u;

/** What is being typed after an @ before the caret, or null when no name is being typed. */
export const unfinishedMention = (text: string, caret: number): string | null =>
  UNFINISHED.exec(text.slice(0, caret))?.[1] ?? null;

/** The text with a name in place of what was typed after the last @ before the caret, and the caret behind it. */
export function withMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const at = text.lastIndexOf("@", caret - 1);
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(caret), caret: before.length };
}

/** A text cut where it calls somebody, the longest name first. */
export function cutAtMentions(
  text: string,
  mentions: readonly Mention[],
): { text: string; calls: boolean }[] {
  const calls = new Set(mentions.map(({ name }) => `@${name}`));
  if (calls.size === 0) return [{ text, calls: false }];
  const names = [...calls].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(${names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`,
    "u",
  );
  return text
    .split(pattern)
    .filter((part) => part !== "")
    .map((part) => ({ text: part, calls: calls.has(part) }));
}

const NOTICES_READ = "attest:notices-read";

/** Says to the bell that something was read. */
export const sayNoticesRead = (): void => {
  window.dispatchEvent(new Event(NOTICES_READ));
};

/** @returns a function that stops listening */
export function onNoticesRead(act: () => void): () => void {
  window.addEventListener(NOTICES_READ, act);
  return () => window.removeEventListener(NOTICES_READ, act);
}

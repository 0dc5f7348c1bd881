import type { ReactNode } from "react";

/** What may stand in a message's place-holders. Dates come as text from `format.ts`. */
export type MessageValues = Readonly<Record<string, string | number>>;
export type MessageTags = Readonly<Record<string, (chunks: ReactNode) => ReactNode>>;

/** Reads one room's messages; a key may be dotted (`fields.title.label`). */
export interface Translate {
  (key: string, values?: MessageValues): string;
  /** A message with tags, `<b>…</b>`, given as functions. */
  rich(
    key: string,
    values?: Readonly<Record<string, MessageValues[string] | MessageTags[string]>>,
  ): ReactNode;
  has(key: string): boolean;
}

/** What stands where a message is missing. */
export function missingMessage({ key, namespace }: { key: string; namespace?: string }): string {
  return `⟦${namespace === undefined ? key : `${namespace}.${key}`}⟧`;
}

/** Says nothing: a missing message shows itself as `⟦…⟧`, and the catalogue test fails on it before anybody sees it. */
export function reportMessageError(): void {}

/** The same translator with keys as plain text: use-intl checks keys when run, and a test checks every key named in the source. */
export function untypedKeys(read: { has(key: never): boolean }): Translate {
  return read as unknown as Translate;
}

import type { Locale } from "./locales.ts";
import { ar } from "./messages/ar.ts";
import { en } from "./messages/en.ts";

/** A room's catalogue: the name of its file in `messages/<locale>/`. English is the source of the list. */
export type Namespace = keyof typeof en;

/** Messages as the reader of catalogues sees them: texts in a tree. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

export type Catalogue = Readonly<Record<Namespace, MessageTree>>;

const CATALOGUES: Record<Locale, Catalogue> = { en, ar };

/** The whole catalogue of a language. */
export function catalogueOf(locale: Locale): Catalogue {
  return CATALOGUES[locale];
}

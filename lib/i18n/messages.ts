import type { Locale } from "./locales.ts";
import { ar } from "./messages/ar.ts";
import { en } from "./messages/en.ts";
import type { enBrowser } from "./messages/en-browser.ts";

/** A room's catalogue: the name of its file in `messages/<locale>/`. English is the source of the list. */
export type Namespace = keyof typeof en;

/** A room whose words client components have; every page brings them along. */
export type BrowserNamespace = keyof typeof enBrowser;

/** Messages as the reader of catalogues sees them: texts in a tree. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

export type Catalogue = Readonly<Record<Namespace, MessageTree>>;
export type BrowserCatalogue = Readonly<Record<BrowserNamespace, MessageTree>>;

const CATALOGUES: Record<Locale, Catalogue> = { en, ar };

/** The whole catalogue of a language. */
export function catalogueOf(locale: Locale): Catalogue {
  return CATALOGUES[locale];
}

import type { Locale } from "./locales.ts";

/** How a term is entered, and what it looks like. */
export interface TermHelp {
  readonly entering: string;
  readonly example: string;
}

export interface ListHelp extends TermHelp {
  readonly title: string;
}

/**
 * The help of the codebook in one language. Apart from the catalogue, whose chunk every page loads: this one is fetched
 * when somebody first asks for help.
 */
export interface Glossary {
  readonly lists: Readonly<Record<string, ListHelp>>;
  /** By list and id; a term without words of its own is entered as its list says. */
  readonly terms: Readonly<Record<string, Readonly<Record<string, TermHelp>>>>;
  readonly sources: Readonly<Record<string, string>>;
}

/** The glossary of a language. */
export async function loadGlossary(locale: Locale): Promise<Glossary> {
  const loaded =
    locale === "ar"
      ? await import("./glossary/ar.json", { with: { type: "json" } })
      : await import("./glossary/en.json", { with: { type: "json" } });
  return loaded.default;
}

/** What helps to enter a term: its own words, else those of its list. */
export function termHelp({ lists, terms }: Glossary, list: string, id: string): TermHelp | null {
  return terms[list]?.[id] ?? lists[list] ?? null;
}

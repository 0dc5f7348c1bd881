import { describeDate } from "#lib/core/describe-date.ts";
import { filled } from "./pdf/fill.ts";
import type { DossierLanguage } from "../vocabulary.ts";

/** Texts in a tree, as a message catalogue holds them. */
export interface LabelTree {
  readonly [key: string]: string | LabelTree;
}

/** The catalogues a dossier is written with; the whole catalogue of a language fits. */
export interface CatalogueLabels {
  readonly dossier: LabelTree;
  readonly codebook: LabelTree;
  readonly dates: LabelTree;
}

/** All words of a dossier, by language. */
export type DossierLabels = Readonly<Record<DossierLanguage, CatalogueLabels>>;

/** Looks words of one language up. */
export interface Words {
  readonly language: DossierLanguage;
  /** A text of the `dossier` catalogue with its `{holes}` filled; throws when there is none. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** The same, or null when the catalogue has none: for ids that another release may know. */
  maybe(key: string): string | null;
  /** The label of a codebook id; the id itself when the catalogue does not know it. */
  term(list: string, id: string): string;
  /** The definition of a codebook id, or an empty text. */
  definition(list: string, id: string): string;
  /** An EDTF date in words; the value itself when it cannot be read. */
  date(edtf: string): string;
  /** The calendar day of an instant in UTC, in words. */
  day(instant: string): string;
  languageName(tag: string): string;
}

/** The words of one language. Digits are Latin in both, so that codes and dates read the same in every language. */
export function wordsOf(language: DossierLanguage, labels: DossierLabels): Words {
  const { dossier, codebook, dates } = labels[language];
  const locale = { en: "en-GB", ar: "ar-SY-u-nu-latn" }[language];
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  const say: Words["say"] = (key, values = {}) => {
    const text = textAt(dossier, key);
    if (text === null) throw new Error(`the catalogue "dossier" has no text ${key} in ${language}`);
    return filled(text, values);
  };
  const date = (edtf: string) => {
    try {
      return describeDate(edtf, (key, values) => filled(textAt(dates, key) ?? key, values ?? {}));
    } catch {
      return edtf; // a value that this release cannot read is shown as it was recorded
    }
  };
  return {
    language,
    say,
    maybe: (key) => textAt(dossier, key),
    term: (list, id) => textAt(codebook, `${list}.${id}.label`) ?? id,
    definition: (list, id) => textAt(codebook, `${list}.${id}.definition`) ?? "",
    date,
    day: (instant) => date(instant.slice(0, 10)),
    languageName: (tag) => names.of(tag) ?? tag,
  };
}

function textAt(tree: LabelTree, key: string): string | null {
  let at: string | LabelTree | undefined = tree;
  for (const step of key.split(".")) {
    if (typeof at !== "object" || !Object.hasOwn(at, step)) return null;
    at = at[step];
  }
  return typeof at === "string" ? at : null;
}

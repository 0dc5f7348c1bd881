import type { DossierLanguage } from "../../vocabulary.ts";

/**
 * What the PDF template is given: sections of records made of a few kinds of block. Every text is final and in the
 * reader's language; the template only sets it. Text never becomes markup.
 */

export type Direction = "ltr" | "rtl";

/** A stretch of text in one manner and one direction. */
export interface Run {
  readonly text: string;
  readonly tone: "plain" | "code" | "strong" | "muted";
  readonly dir: Direction | null;
}
export type Line = readonly Run[];
/** Lines one below the other. */
export type Value = readonly Line[];

export interface BodyText {
  readonly text: string;
  readonly lang: string;
  readonly dir: Direction | null;
}

export type Block =
  | { readonly kind: "facts"; readonly rows: readonly { readonly label: string; readonly value: Value }[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "prose"; readonly paragraphs: readonly BodyText[] }
  | { readonly kind: "note"; readonly text: string }
  | {
      readonly kind: "parallel";
      /** One or two columns; the original's head is marked. */
      readonly heads: readonly { readonly label: Line; readonly original: boolean }[];
      /** Of the only column, so that its numbers stand where its lines begin. */
      readonly dir: Direction | null;
      readonly rows: readonly { readonly number: string; readonly cells: readonly (readonly BodyText[])[] }[];
    }
  | TableBlock;

export interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly { readonly head: string; readonly share: number }[];
  readonly rows: readonly (readonly Value[])[];
}

export interface Badge {
  readonly text: string;
  readonly tone: "neutral" | "firm" | "open" | "warning";
}

export interface RecordView {
  readonly code: string | null;
  readonly title: Line;
  /** The title in the other language. */
  readonly aside: Line | null;
  readonly badges: readonly Badge[];
  readonly blocks: readonly Block[];
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  /** True for the main parts, which begin on a page of their own. */
  readonly opensPage: boolean;
  readonly intro: readonly string[];
  /** What stands here when there is nothing. */
  readonly empty: string;
  readonly records: readonly RecordView[];
  readonly table: TableBlock | null;
}

/** One volume of the dossier, complete. */
export interface VolumeView {
  readonly language: DossierLanguage;
  readonly fonts: { readonly latin: string; readonly arabic: string };
  readonly document: { readonly title: string; readonly created: readonly number[] };
  readonly training: string | null;
  readonly header: { readonly start: Line; readonly end: Line };
  readonly footer: { readonly notice: string; readonly volume: string; readonly page: string };
  readonly cover: {
    readonly kicker: string;
    readonly title: Line;
    readonly subtitle: Line | null;
    readonly volume: string;
    readonly notices: readonly { readonly title: string; readonly text: string }[];
    readonly facts: readonly { readonly label: string; readonly value: Value }[];
    readonly volumes: {
      readonly title: string;
      readonly rows: readonly (readonly [string, Line])[];
    } | null;
  };
  readonly contentsTitle: string;
  readonly sections: readonly SectionView[];
  /** Codes that are headings in this volume and can be linked to. */
  readonly here: readonly string[];
}

const firstStrong = /\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The direction of a text by its first letter (Unicode Bidirectional Algorithm, rule P2); null without a letter. */
export function directionOf(text: string): Direction | null {
  const letter = firstStrong.exec(text)?.[0];
  if (letter === undefined) return null;
  return rightToLeft.test(letter) ? "rtl" : "ltr";
}

export const plain = (text: string): Run => ({ text, tone: "plain", dir: directionOf(text) });
export const strong = (text: string): Run => ({ text, tone: "strong", dir: directionOf(text) });
export const muted = (text: string): Run => ({ text, tone: "muted", dir: directionOf(text) });
/** A value such as 2031-03-06 that always reads from left to right. */
export const exact = (text: string): Run => ({ text, tone: "muted", dir: "ltr" });
export const code = (text: string): Run => ({ text, tone: "code", dir: "ltr" });

/** One line of plain text. */
export const line = (text: string): Value => [[plain(text)]];
export const codes = (list: readonly string[]): Value =>
  list.length === 0
    ? []
    : [list.flatMap((item, index) => (index === 0 ? [code(item)] : [plain(" · "), code(item)]))];

/** A text of a record, cut at line breaks; its language is only known to be Arabic or not, unless told. */
export function body(text: string, lang?: string): BodyText[] {
  return text
    .split(/\n+/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const dir = directionOf(part);
      return { text: part, lang: lang ?? (dir === "rtl" ? "ar" : "en"), dir };
    });
}

/** Facts without a value are left out. */
export function facts(rows: readonly (readonly [label: string, value: Value | string | null])[]): Block {
  return {
    kind: "facts",
    rows: rows.flatMap(([label, value]) => {
      const lines = typeof value === "string" ? line(value) : (value ?? []);
      return lines.length === 0 ? [] : [{ label, value: lines }];
    }),
  };
}

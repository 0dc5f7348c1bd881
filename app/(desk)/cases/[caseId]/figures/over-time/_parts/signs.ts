import type { FigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";
import { requestLocale } from "#lib/i18n/server.ts";
import { localNames } from "../../../_parts/local-names.ts";

type Figure = FigureRanges["days"][number]["figures"][number];

/** In the order in which each script counts by its letters. */
const LETTERS = { en: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", ar: "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ" } as const;
/** Colours of charts in the tokens. */
const COLOURS = 6;

/** By what a publisher is told from the others in a chart: a letter, and a colour that says nothing by itself. */
export interface Sign {
  readonly letter: string;
  readonly colour: string;
  readonly name: string;
}

/** The signs of those who gave some figures, by id, in the order in which they first spoke. */
export async function signsOf(figures: readonly Figure[]): Promise<Map<string, Sign>> {
  const [locale, named] = await Promise.all([requestLocale(), localNames()]);
  const publishers = new Map(figures.map(({ source }) => [source.id, source]));
  return new Map(
    [...publishers.values()].map(({ id, name, nameAr }, at): [string, Sign] => [
      id,
      {
        letter: letterAt(LETTERS[locale], at),
        colour: `var(--chart-${(at % COLOURS) + 1})`,
        name: named(name, nameAr),
      },
    ]),
  );
}

/** After the last letter they go on in twos. */
const letterAt = (letters: string, at: number): string =>
  (at < letters.length ? "" : (letters[Math.floor(at / letters.length) - 1] ?? "")) +
  (letters[at % letters.length] ?? "");

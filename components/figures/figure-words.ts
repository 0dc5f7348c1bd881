import { isKnownFigureCategory } from "#lib/codebook/reported.ts";
import { formats, translator } from "#lib/i18n/server.ts";

export interface FigureNumber {
  readonly min: number | null;
  readonly max: number | null;
  readonly certainty: string;
  readonly valueText: string | null;
}

/** Puts the number of a figure into words, as firmly as its source did: "more than 1,700", "about 40", "dozens". */
export async function figureNumbers(): Promise<(figure: FigureNumber) => string> {
  const [t, format] = await Promise.all([translator("figures"), formats()]);
  return ({ min, max, certainty, valueText }) => {
    const bounds = [min, max].filter((bound) => bound !== null);
    const [first] = bounds;
    if (certainty === "unquantified" || first === undefined) return valueText ?? "";
    const last = bounds.at(-1) ?? first;
    const values = { min: format.number(first), max: format.number(last) };
    return t(`number.${certainty === "about" && last !== first ? "aboutRange" : certainty}`, values);
  };
}

/** Says who or what was counted: in the words of the codebook, or in the record's own. */
export async function figureCategories(): Promise<(category: string) => string> {
  const codebook = await translator("codebook");
  return (category) =>
    isKnownFigureCategory(category) ? codebook(`figureCategory.${category}.label`) : category;
}

import { isKnownFigureCategory } from "#lib/codebook/reported.ts";
import type { SaidInNames } from "#lib/contradictions/find/shown.ts";
import type { ContradictionKind } from "#lib/contradictions/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { describer } from "../describe.ts";
import { localNames } from "../local-names.ts";

/** Puts what claims say exactly into words of this request's language. */
export async function saidWords() {
  const [t, codebook, describe, named, format] = await Promise.all([
    translator("contradictions"),
    translator("codebook"),
    describer(),
    localNames(),
    formats(),
  ]);
  const nameOf = (one: SaidInNames["place"]): string =>
    one === undefined ? t("said.unnamed") : named(one.name, one.nameAr);
  const number = ({ min = null, max = null, unit = "" }: SaidInNames): string => {
    const words =
      min !== null && max !== null && min !== max
        ? t("said.between", { from: format.number(min), to: format.number(max) })
        : min !== null && max === null
          ? t("said.from", { number: format.number(min) })
          : min === null && max !== null
            ? t("said.to", { number: format.number(max) })
            : format.number(min ?? 0);
    return t("said.number", { number: words, unit: codebook(`figureUnit.${unit}.label`) });
  };
  const act = ({ act: code = "", sense }: SaidInNames): string =>
    t(sense === "denied" ? "said.denied" : "said.happened", { act: codebook(`violation.${code}.label`) });
  const byKind: Readonly<Record<ContradictionKind, (said: SaidInNames) => string>> = {
    time: ({ edtf = "" }) => describe(edtf),
    place: ({ place }) => nameOf(place),
    actor: ({ actor }) => nameOf(actor),
    number,
    act,
    other: () => "",
  };
  return {
    /** "3–5 March 2025 against 7 March 2025"; null where nobody said it in fields. */
    difference: (
      kind: ContradictionKind,
      said: { statement: SaidInNames; other: SaidInNames } | null,
    ): string | null =>
      said === null || kind === "other"
        ? null
        : t("against", { one: byKind[kind](said.statement), other: byKind[kind](said.other) }),
    /** All that one claim says exactly, line by line. */
    lines: (said: SaidInNames): string[] => [
      ...(said.edtf === undefined ? [] : [t("exact.time", { words: describe(said.edtf) })]),
      ...(said.placeId === undefined ? [] : [t("exact.place", { words: nameOf(said.place) })]),
      ...(said.actorId === undefined ? [] : [t("exact.actor", { words: nameOf(said.actor) })]),
      ...(said.act === undefined ? [] : [t("exact.act", { words: act(said) })]),
      ...(said.unit === undefined ? [] : [t("exact.number", { words: counted(said) })]),
    ],
  };

  function counted(said: SaidInNames): string {
    const { category, outcome } = said;
    if (category === undefined || outcome === undefined) return number(said);
    return t("exact.counted", {
      number: number(said),
      category: isKnownFigureCategory(category) ? codebook(`figureCategory.${category}.label`) : category,
      outcome: codebook(`figureOutcome.${outcome}.label`),
    });
  }
}

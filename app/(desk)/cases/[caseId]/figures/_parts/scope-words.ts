import { figureCategories } from "#components/figures/figure-words.ts";
import type { ComparedFigures } from "#lib/figures/queries/compare-figures.ts";
import type { FigureScopeKey } from "#lib/figures/words.ts";
import { translator } from "#lib/i18n/server.ts";
import { describer } from "../../_parts/describe.ts";
import { localNames } from "../../_parts/local-names.ts";

type Covered = Pick<
  ComparedFigures["figures"][number],
  "scope" | "periodEdtf" | "category" | "outcome" | "unit" | "attributedTo"
> & {
  readonly incident: { readonly title: string; readonly titleAr: string | null } | null;
  readonly place: { readonly name: string; readonly nameAr: string | null } | null;
};

/** Says what a figure covers, key by key; what nobody states is said to be so. */
export async function scopeWords(): Promise<(figure: Covered, key: FigureScopeKey) => string> {
  const [t, codebook, named, describe, category] = await Promise.all([
    translator("figures"),
    translator("codebook"),
    localNames(),
    describer(),
    figureCategories(),
  ]);
  return (figure, key) => {
    const { incident, place, periodEdtf } = figure;
    switch (key) {
      case "incidentId":
        return incident === null ? t("compare.noIncident") : named(incident.title, incident.titleAr);
      case "placeId":
        return place === null ? t("compare.noPlace") : named(place.name, place.nameAr);
      case "periodEdtf":
        return periodEdtf === null ? t("compare.noPeriod") : describe(periodEdtf);
      case "category":
        return category(figure.category);
      case "scope":
        return codebook(`figureScope.${figure.scope}.label`);
      case "outcome":
        return codebook(`figureOutcome.${figure.outcome}.label`);
      case "unit":
        return codebook(`figureUnit.${figure.unit}.label`);
      case "attributedTo":
        return codebook(`side.${figure.attributedTo}.label`);
    }
  };
}

import { Button } from "@mantine/core";
import { figureCategories, figureNumbers } from "#components/figures/figure-words.ts";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { listFigures } from "#lib/figures/queries/list-figures.ts";
import { COMPARED_MAX, COMPARED_MIN } from "#lib/figures/words.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../../_parts/local-names.ts";
import classes from "./compare.module.css";

/** As many as a list gives at once. */
const OFFERED = 100;

/** Chooses what is set side by side; a plain form, so that the address says what it is, by ids alone. */
export async function ChooseFigures({
  caseId,
  chosen,
  hasMore,
}: {
  caseId: string;
  chosen: readonly string[];
  hasMore: boolean;
}) {
  const [t, codebook, format, named, say, category, { rows, total }] = await Promise.all([
    translator("figures"),
    translator("codebook"),
    formats(),
    localNames(),
    figureNumbers(),
    figureCategories(),
    asked(listFigures, { caseId, page: { size: OFFERED } }),
  ]);
  const offered = new Set(rows.map(({ id }) => id));
  return (
    <Section
      id="choose"
      title={t("compare.choose", { min: format.number(COMPARED_MIN), max: format.number(COMPARED_MAX) })}
      lead={
        hasMore
          ? t("compare.tooMany", { max: format.number(COMPARED_MAX) })
          : total > rows.length
            ? t("compare.first", { number: format.number(rows.length) })
            : undefined
      }
    >
      <form method="get" className={classes.choice}>
        {chosen
          .filter((id) => !offered.has(id))
          .map((id) => (
            <input key={id} type="hidden" name="figure" value={id} />
          ))}
        <ul className={classes.offered}>
          {rows.map((row) => (
            <li key={row.id}>
              <label>
                <input
                  type="checkbox"
                  name="figure"
                  value={row.id}
                  defaultChecked={chosen.includes(row.id)}
                />
                <span>
                  <bdi>{say(row)}</bdi> · <bdi>{category(row.category)}</bdi> ·{" "}
                  {codebook(`figureOutcome.${row.outcome}.label`)} ·{" "}
                  <bdi>{named(row.source.name, row.source.nameAr)}</bdi>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Button type="submit" variant="default">
          {t("compare.action")}
        </Button>
      </form>
    </Section>
  );
}

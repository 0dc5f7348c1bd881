import { Section } from "#components/ui/section.tsx";
import type { FigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";
import { RANGES_MAX } from "#lib/analysis/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { RangesChart } from "./ranges-chart.tsx";
import { RangesForm } from "./ranges-form.tsx";
import { RangesTable } from "./ranges-table.tsx";
import { signsOf } from "./signs.ts";
import classes from "./ranges.module.css";

/** The published counts of the whole event or of one incident: one chart of claims, its reading, and the same as a table. */
export async function Ranges({ caseId, found }: { caseId: string; found: FigureRanges }) {
  const figures = found.days.flatMap((day) => day.figures);
  const [t, codebook, format, named, signs] = await Promise.all([
    translator("analysis"),
    translator("codebook"),
    formats(),
    localNames(),
    signsOf(figures),
  ]);
  const whole = t("figures.ranges.whole");
  const incident = found.chosen;
  const unit = found.unit === null ? "" : codebook(`figureUnit.${found.unit}.label`);
  const isJoined = figures.some(({ countsTheSame }) => countsTheSame.length > 0);
  return (
    <Section
      id="ranges"
      title={t("figures.ranges.title")}
      qualifier={[incident ? named(incident.title, incident.titleAr) : whole, unit]
        .filter((part) => part !== "")
        .join(" · ")}
      lead={t("figures.ranges.lead")}
    >
      <RangesForm
        of={{
          label: t("figures.ranges.of"),
          chosen: incident?.id ?? "",
          options: [
            { value: "", label: whole },
            ...found.incidents.map(({ id, title, titleAr }) => ({ value: id, label: named(title, titleAr) })),
          ],
        }}
        unit={{
          label: t("figures.ranges.unit"),
          chosen: found.unit ?? "",
          options: found.units.map((one) => ({ value: one, label: codebook(`figureUnit.${one}.label`) })),
        }}
        submit={t("figures.ranges.show")}
      />
      {figures.length === 0 ? (
        <p>{t("figures.ranges.none")}</p>
      ) : (
        <>
          <p className={classes.warning}>{t("figures.ranges.mustNot")}</p>
          {found.scale === null ? null : (
            <>
              <RangesChart caseId={caseId} found={found} signs={signs} />
              <ul className={classes.reading}>
                <li>{t(`figures.ranges.scale.${found.scale.kind}`, { unit })}</li>
                <li>{t("figures.ranges.axis")}</li>
                <li>{t("figures.ranges.openEnds")}</li>
                <li>{t(isJoined ? "figures.ranges.joined" : "figures.ranges.noneJoined")}</li>
              </ul>
            </>
          )}
          <RangesTable caseId={caseId} figures={figures} signs={signs} />
          {found.hasMore ? <p>{t("figures.ranges.more", { number: format.number(RANGES_MAX) })}</p> : null}
        </>
      )}
    </Section>
  );
}

import Link from "next/link";
import { figureCategories, figureNumbers } from "#components/figures/figure-words.ts";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { listFigures } from "#lib/figures/queries/list-figures.ts";
import { counts, translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { RecordName } from "../../../_parts/record-name.tsx";
import classes from "./incident.module.css";

const SHOWN = 12;

/** What sources say of an incident in numbers: each figure with what it covers, and no sum. */
export async function IncidentFigures({ caseId, incidentId }: { caseId: string; incidentId: string }) {
  const found = await asked(listFigures, { caseId, incidentId, page: { size: SHOWN } });
  const [t, figures, codebook, say, category, describe, named, counted] = await Promise.all([
    translator("incidents"),
    translator("figures"),
    translator("codebook"),
    figureNumbers(),
    figureCategories(),
    describer(),
    localNames(),
    counts(),
  ]);
  return (
    <Section id="figures" title={t("figures.title")} lead={t("figures.lead")}>
      {found.rows.length === 0 ? (
        <p className={classes.quiet}>{t("figures.none")}</p>
      ) : (
        <div className={classes.scroller}>
          <table className={classes.figures}>
            <thead>
              <tr>
                <th scope="col">{figures("columns.number")}</th>
                <th scope="col">{figures("sections.scope.title")}</th>
                <th scope="col">{figures("columns.source")}</th>
                <th scope="col">{figures("columns.asOf")}</th>
                <th scope="col">{figures("columns.wording")}</th>
              </tr>
            </thead>
            <tbody>
              {found.rows.map((row) => (
                <tr key={row.id}>
                  <td className={classes.number}>
                    <RecordName href={`/cases/${caseId}/figures/${row.id}`} name={say(row)} />
                  </td>
                  <td>
                    <bdi>{category(row.category)}</bdi> · {codebook(`figureOutcome.${row.outcome}.label`)}
                    <div className={classes.detail}>
                      {codebook(`figureScope.${row.scope}.label`)} ·{" "}
                      {codebook(`figureUnit.${row.unit}.label`)}
                    </div>
                  </td>
                  <td>
                    <RecordName
                      href={`/cases/${caseId}/sources/${row.source.id}`}
                      name={named(row.source.name, row.source.nameAr)}
                    />
                  </td>
                  <td>{row.asOfEdtf === null ? figures("undated") : describe(row.asOfEdtf)}</td>
                  <td dir="auto">{row.wording}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.total > SHOWN ? (
        <Link href={`/cases/${caseId}/figures?incident=${incidentId}`}>
          {figures("all", { count: found.total, total: counted(found.total) })}
        </Link>
      ) : null}
    </Section>
  );
}

import Link from "next/link";
import { figureNumbers } from "#components/figures/figure-words.ts";
import { Code } from "#components/ui/code.tsx";
import type { FigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";
import { translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { scopeWords } from "../../_parts/scope-words.ts";
import { Badge } from "./ranges-chart.tsx";
import type { Sign } from "./signs.ts";
import classes from "./ranges.module.css";

interface Props {
  readonly caseId: string;
  readonly figures: readonly FigureRanges["days"][number]["figures"][number][];
  readonly signs: ReadonlyMap<string, Sign>;
}

/** What the chart draws, line by line and in its order: each with all that it covers. */
export async function RangesTable({ caseId, figures: rows, signs }: Props) {
  const [t, figures, describe, say, covers] = await Promise.all([
    translator("analysis"),
    translator("figures"),
    describer(),
    figureNumbers(),
    scopeWords(),
  ]);
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return (
    <div className={classes.scroller} id="ranges-table">
      <table className={classes.table}>
        <caption>{t("figures.ranges.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{figures("columns.number")}</th>
            <th scope="col">{figures("columns.source")}</th>
            <th scope="col">{figures("columns.asOf")}</th>
            <th scope="col">{figures("columns.category")}</th>
            <th scope="col">{figures("columns.period")}</th>
            <th scope="col">{figures("columns.attributedTo")}</th>
            <th scope="col">{t("figures.ranges.within")}</th>
            <th scope="col">{t("figures.ranges.sameAs")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((figure) => {
            const sign = signs.get(figure.source.id);
            return (
              <tr key={figure.id}>
                <th scope="row">
                  <Link href={`/cases/${caseId}/figures/${figure.id}`} prefetch={false}>
                    <bdi>{say(figure)}</bdi>
                  </Link>{" "}
                  <Code code={figure.code} />
                </th>
                <td>
                  {sign === undefined ? null : <Badge sign={sign} />} <bdi>{sign?.name}</bdi>
                </td>
                <td>{figure.asOfEdtf === null ? figures("undated") : describe(figure.asOfEdtf)}</td>
                <td>
                  <bdi>{covers(figure, "category")}</bdi> · {covers(figure, "outcome")}
                </td>
                <td>{covers(figure, "periodEdtf")}</td>
                <td>{covers(figure, "attributedTo")}</td>
                <td>
                  <bdi>{covers(figure, figure.placeId === null ? "incidentId" : "placeId")}</bdi>
                </td>
                <td>
                  {figure.countsTheSame.length === 0
                    ? t("figures.ranges.noOther")
                    : figure.countsTheSame.map((id) => <Code key={id} code={codes.get(id) ?? ""} />)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

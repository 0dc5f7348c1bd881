import Link from "next/link";
import { figureNumbers } from "#components/figures/figure-words.ts";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ComparedFigures } from "#lib/figures/queries/compare-figures.ts";
import { FIGURE_SCOPE_KEYS, type FigureScopeKey } from "#lib/figures/words.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { scopeWords } from "../../_parts/scope-words.ts";
import { FigureGroup } from "../../over-time/_parts/figure-group.tsx";
import classes from "./compare.module.css";

/** Key by key what each figure says it covers, then of every two whether they may be set against each other, and why not. */
export async function SideBySide({ caseId, found }: { caseId: string; found: ComparedFigures }) {
  const [t, format, named, describe, say, covers] = await Promise.all([
    translator("figures"),
    formats(),
    localNames(),
    describer(),
    figureNumbers(),
    scopeWords(),
  ]);
  const { figures, differing, pairs } = found;
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const reasons = (because: readonly FigureScopeKey[]) =>
    format.list(because.map((key) => t(`compare.because.${key}`)));
  return (
    <>
      <Section
        id="verdict"
        title={differing.length === 0 ? t("compare.allSame") : t("compare.notAll")}
        lead={t("neverSummed")}
      >
        <ul className={classes.pairs}>
          {pairs.map((pair) => (
            <li key={`${pair.one} ${pair.other}`}>
              <Code code={byId.get(pair.one)?.code ?? ""} /> <Code code={byId.get(pair.other)?.code ?? ""} />{" "}
              {pair.comparable ? t("compare.same") : t("compare.differ", { what: reasons(pair.because) })}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="covered" title={t("compare.covered")} lead={t("sections.scope.lead")} bare>
        <div className={classes.scroller}>
          <table className={classes.table}>
            <caption className={classes.caption}>{t("compare.covered")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("sections.scope.title")}</th>
                {figures.map((figure) => (
                  <th key={figure.id} scope="col">
                    <Link href={`/cases/${caseId}/figures/${figure.id}`} prefetch={false}>
                      <bdi>{say(figure)}</bdi>
                    </Link>
                    <span className={classes.source}>
                      <bdi>{named(figure.source.name, figure.source.nameAr)}</bdi>
                      {figure.asOfEdtf === null ? null : ` · ${describe(figure.asOfEdtf)}`}
                      {figure.isRetracted ? ` · ${t("acts.retract")}` : null}
                    </span>
                    <Code code={figure.code} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {FIGURE_SCOPE_KEYS.map((key) => (
                <tr key={key} data-differs={differing.includes(key) || undefined}>
                  <th scope="row">
                    {t(`compare.because.${key}`)}
                    {differing.includes(key) ? (
                      <span className={classes.differs}>{t("compare.differs")}</span>
                    ) : null}
                  </th>
                  {figures.map((figure) => (
                    <td key={figure.id}>
                      <bdi>{covers(figure, key)}</bdi>
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <th scope="row">{t("fields.wording.label")}</th>
                {figures.map((figure) => (
                  <td key={figure.id} dir="auto">
                    {figure.wording}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      </Section>
      {differing.length === 0 ? <FigureGroup caseId={caseId} group={{ figures, top: found.top }} /> : null}
    </>
  );
}

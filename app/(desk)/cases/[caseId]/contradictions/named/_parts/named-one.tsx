import Link from "next/link";
import type { ReactNode } from "react";
import { ContradictionPill } from "#components/contradictions/pills.tsx";
import { figureCategories, figureNumbers } from "#components/figures/figure-words.ts";
import { Code } from "#components/ui/code.tsx";
import { COMPARED_MIN } from "#lib/figures/words.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import type { NamedContradiction } from "#lib/imports/queries/list-named-contradictions.ts";
import { describer } from "../../../_parts/describe.ts";
import { LINK_PATHS } from "../../../_parts/link-paths.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { RecordName } from "../../../_parts/record-name.tsx";
import classes from "./named.module.css";

/** One of those that the compiler named: in their words, and where it is seen. */
export async function NamedOne({ caseId, one }: { caseId: string; one: NamedContradiction }) {
  const [t, analysis, format] = await Promise.all([translator("imports"), translator("analysis"), formats()]);
  const [named, contradictions] = await Promise.all([localNames(), translator("contradictions")]);
  const isNowhere = one.sets.length === 0 && one.records.length === 0 && one.contradictions.length === 0;
  return (
    <li id={`named-${one.number}`} className={classes.one}>
      <h3 className={classes.number}>{t("named.number", { number: format.number(one.number) })}</h3>
      <div className={classes.body}>
        <p lang="en" dir="ltr" className={classes.words}>
          {one.text}
        </p>
        <dl className={classes.facts}>
          {one.sets.length === 0 ? null : (
            <Fact label={t("named.figures")}>
              {one.sets.map((set) => (
                <FigureSet key={set.map(({ id }) => id).join(" ")} caseId={caseId} set={set} />
              ))}
            </Fact>
          )}
          {one.contradictions.length === 0 ? null : (
            <Fact label={t("named.proposals")}>
              <ul className={classes.links}>
                {one.contradictions.map(({ id, code, kind, state }) => (
                  <li key={id}>
                    <Link href={`/cases/${caseId}/contradictions/${id}`} prefetch={false}>
                      {contradictions("one")} · {contradictions(`kind.${kind}`)}
                    </Link>{" "}
                    <Code code={code} /> <ContradictionPill value={state} />
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          {one.records.length === 0 ? null : (
            <Fact label={t("named.records")}>
              <ul className={classes.links}>
                {one.records.map(({ id, noun, label, labelAr }) => (
                  <li key={id}>
                    <span className={classes.noun}>{analysis(`noun.${noun}`)}</span>{" "}
                    <RecordName
                      href={`/cases/${caseId}/${LINK_PATHS[noun]}/${id}`}
                      name={named(label, labelAr)}
                    />
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          {one.outOfReach === null ? null : (
            <Fact label={t("named.outOfReach")}>
              <p>{t(`named.reason.${one.outOfReach}`)}</p>
            </Fact>
          )}
        </dl>
        {isNowhere ? <p className={classes.noun}>{t("named.nothing")}</p> : null}
      </div>
    </li>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Figures that are set side by side: each with who gave it, and the page on which they are compared. */
async function FigureSet({ caseId, set }: { caseId: string; set: NamedContradiction["sets"][number] }) {
  const [t, named, say, category, describe] = await Promise.all([
    translator("imports"),
    localNames(),
    figureNumbers(),
    figureCategories(),
    describer(),
  ]);
  const asked = new URLSearchParams(set.map(({ id }) => ["figure", id]));
  return (
    <div className={classes.set}>
      <ul className={classes.links}>
        {set.map((figure) => (
          <li key={figure.id}>
            <Link href={`/cases/${caseId}/figures/${figure.id}`} prefetch={false}>
              <bdi>{say(figure)}</bdi>
            </Link>{" "}
            <span className={classes.noun}>
              <bdi>{category(figure.category)}</bdi> ·{" "}
              <bdi>{named(figure.source.name, figure.source.nameAr)}</bdi>
              {figure.asOfEdtf === null ? null : ` · ${describe(figure.asOfEdtf)}`}
            </span>
          </li>
        ))}
      </ul>
      {set.length < COMPARED_MIN ? null : (
        <Link href={`/cases/${caseId}/figures/compare?${asked.toString()}`} prefetch={false}>
          {t("named.compare")}
          <span className={classes.hidden}>: {set.map(say).join(", ")}</span>
        </Link>
      )}
    </div>
  );
}

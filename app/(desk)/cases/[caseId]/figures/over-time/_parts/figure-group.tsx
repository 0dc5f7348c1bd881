import Link from "next/link";
import { figureCategories, figureNumbers } from "#components/figures/figure-words.ts";
import { Section } from "#components/ui/section.tsx";
import type { readFigureGroups } from "#lib/analysis/queries/read-figure-groups.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { localNames } from "../../../_parts/local-names.ts";
import classes from "./figure-group.module.css";

type Read = Awaited<ReturnType<typeof readFigureGroups.run>>["groups"][number];
type Figure = Omit<Read["figures"][number], "code">;
interface Group {
  readonly figures: readonly Figure[];
  readonly top: number;
}

/** The figures that count one thing: a table drawn to one scale, in its last column or, on a phone, below each source. */
export async function FigureGroup({ caseId, group }: { caseId: string; group: Group }) {
  const [first] = group.figures;
  if (first === undefined) return null;
  const [t, figures, format, named, describe, say] = await Promise.all([
    translator("analysis"),
    translator("figures"),
    formats(),
    localNames(),
    describer(),
    figureNumbers(),
  ]);
  const { title, scope } = await wordsOf(first);
  const linkTo = (figure: Figure) => (
    <Link href={`/cases/${caseId}/figures/${figure.id}`} prefetch={false}>
      <bdi>{say(figure)}</bdi>
    </Link>
  );
  // Where everything was given in words there is no scale.
  const ends =
    group.top === 0 ? null : (
      <span className={classes.ends} aria-hidden>
        <bdi>{format.number(0)}</bdi>
        <bdi>{format.number(group.top)}</bdi>
      </span>
    );
  return (
    <Section id={first.id} title={title} qualifier={scope}>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <caption className={classes.caption}>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{figures("columns.asOf")}</th>
              <th scope="col">
                {figures("columns.source")}
                <span className={classes.below}>{ends}</span>
              </th>
              <th scope="col">{figures("columns.number")}</th>
              <th scope="col" className={classes.scale}>
                {ends}
                <span className={classes.caption}>{t("figures.scale")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {group.figures.map((figure) => (
              <tr key={figure.id}>
                <td>{figure.asOfEdtf === null ? figures("undated") : describe(figure.asOfEdtf)}</td>
                <td>
                  <bdi>{named(figure.source.name, figure.source.nameAr)}</bdi>
                  <span className={classes.below}>
                    <Bar bar={figure.bar} inWords={t("figures.inWords")} />
                  </span>
                </td>
                <td>{linkTo(figure)}</td>
                <td className={classes.scale}>
                  <Bar bar={figure.bar} inWords={t("figures.inWords")} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** A claim drawn on the scale; one that was made in words stays in words. */
function Bar({ bar, inWords }: { bar: Figure["bar"]; inWords: string }) {
  if (bar === null) return <span className={classes.words}>{inWords}</span>;
  return (
    <span className={classes.track} aria-hidden>
      <span
        className={classes.bar}
        data-start={bar.startSide}
        data-end={bar.endSide}
        style={{
          insetInlineStart: `${bar.start * 100}%`,
          inlineSize: `max(0.5rem, ${(bar.end - bar.start) * 100}%)`,
        }}
      />
    </span>
  );
}

/** What a group counts, and what bounds the count. */
async function wordsOf(figure: Figure): Promise<{ title: string; scope: string }> {
  const [codebook, t, named, describe, category] = await Promise.all([
    translator("codebook"),
    translator("figures"),
    localNames(),
    describer(),
    figureCategories(),
  ]);
  const word = (list: string, value: string) => codebook(`${list}.${value}.label`);
  const { incident, place, periodEdtf } = figure;
  return {
    title: [
      category(figure.category),
      word("figureOutcome", figure.outcome),
      word("figureUnit", figure.unit),
    ].join(" · "),
    scope: [
      word("figureScope", figure.scope),
      incident === null ? null : named(incident.title, incident.titleAr),
      place === null ? null : named(place.name, place.nameAr),
      periodEdtf === null ? null : `${t("columns.period")}: ${describe(periodEdtf)}`,
      `${t("columns.attributedTo")}: ${word("side", figure.attributedTo)}`,
    ]
      .filter((part) => part !== null)
      .join(" · "),
  };
}

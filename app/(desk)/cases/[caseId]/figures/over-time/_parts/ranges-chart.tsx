import Link from "next/link";
import type { CSSProperties } from "react";
import { figureNumbers } from "#components/figures/figure-words.ts";
import type { FigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { scopeWords } from "../../_parts/scope-words.ts";
import { joinsOf, widthOf } from "./ranges-places.ts";
import type { Sign } from "./signs.ts";
import classes from "./ranges.module.css";

type Figure = FigureRanges["days"][number]["figures"][number];

interface Props {
  readonly caseId: string;
  readonly found: FigureRanges;
  /** By publisher. */
  readonly signs: ReadonlyMap<string, Sign>;
}

/** One mark a figure: its day across, its number up, its publisher by letter and colour, what it counts when it is pointed at. */
export async function RangesChart({ caseId, found, signs }: Props) {
  const { days, scale } = found;
  if (scale === null) return null;
  const [t, figures, format, describe, say, covers] = await Promise.all([
    translator("analysis"),
    translator("figures"),
    formats(),
    describer(),
    figureNumbers(),
    scopeWords(),
  ]);
  const dayOf = (edtf: string | null) => (edtf === null ? figures("undated") : describe(edtf));
  const wordsOf = (figure: Figure) =>
    [
      `${say(figure)} ${covers(figure, "unit")}`,
      signs.get(figure.source.id)?.name ?? "",
      `${figures("columns.asOf")}: ${dayOf(figure.asOfEdtf)}`,
      covers(figure, "category"),
      covers(figure, "outcome"),
      `${figures("columns.period")}: ${covers(figure, "periodEdtf")}`,
      `${figures("columns.attributedTo")}: ${covers(figure, "attributedTo")}`,
    ].join(" · ");
  const { lines, width } = joinsOf(days);
  return (
    <div className={classes.chart}>
      <ul className={classes.legend} aria-label={t("figures.ranges.publishers")}>
        {[...signs].map(([id, sign]) => (
          <li key={id}>
            <Badge sign={sign} /> <bdi>{sign.name}</bdi>
          </li>
        ))}
      </ul>
      <div className={classes.frame}>
        <p className={classes.hint}>
          {t("figures.ranges.hint")} <a href="#ranges-table">{t("figures.ranges.toTable")}</a>
        </p>
        <div className={classes.axis} aria-hidden>
          {scale.ticks.map(({ value, at }) => (
            <bdi key={value} style={{ insetBlockEnd: `${at * 100}%` }}>
              {format.number(value)}
            </bdi>
          ))}
        </div>
        <div className={classes.scroller}>
          <div className={classes.plot} style={{ inlineSize: `${width}rem` }}>
            {scale.ticks.map(({ value, at }) => (
              <span key={value} className={classes.tick} style={placed({ "--at": at })} aria-hidden />
            ))}
            <svg className={classes.joins} viewBox={`0 0 ${width} 1`} preserveAspectRatio="none" aria-hidden>
              {lines.map((points) => (
                <polyline key={points} points={points} />
              ))}
            </svg>
            <ol className={classes.days}>
              {days.map((day) => (
                <li
                  key={day.edtf ?? ""}
                  className={classes.day}
                  data-gap={day.isAfterGap || undefined}
                  style={{ inlineSize: `${widthOf(day)}rem` }}
                >
                  <ul className={classes.slots}>
                    {day.figures.map((figure) => (
                      <li key={figure.id}>
                        <Link
                          href={`/cases/${caseId}/figures/${figure.id}`}
                          prefetch={false}
                          className={classes.mark}
                        >
                          <Mark figure={figure} sign={signs.get(figure.source.id)} />
                          <span className={classes.words} dir="auto">
                            {wordsOf(figure)}
                          </span>
                        </Link>
                      </li>
                    ))}
                  </ul>
                  <span className={classes.when}>{dayOf(day.edtf)}</span>
                </li>
              ))}
            </ol>
          </div>
        </div>
      </div>
    </div>
  );
}

/** A claim on the scale; one that was made in words stands below it. */
function Mark({ figure, sign }: { figure: Figure; sign: Sign | undefined }) {
  if (sign === undefined) return null;
  const { range } = figure;
  if (range === null) return <Badge sign={sign} isBelow />;
  return (
    <>
      <span
        aria-hidden
        className={classes.bar}
        data-from={range.fromSide}
        data-to={range.toSide}
        style={placed({ "--from": range.from, "--to": range.to, "--colour": sign.colour })}
      />
      <Badge sign={sign} at={range.at} isAbout={figure.certainty === "about"} />
    </>
  );
}

/** The letter of a publisher. */
export function Badge({
  sign,
  at,
  isBelow = false,
  isAbout = false,
}: {
  sign: Sign;
  at?: number;
  isBelow?: boolean;
  isAbout?: boolean;
}) {
  return (
    <span
      aria-hidden
      className={classes.badge}
      data-placed={at === undefined ? undefined : true}
      data-below={isBelow || undefined}
      data-about={isAbout || undefined}
      style={placed({ "--colour": sign.colour, ...(at === undefined ? {} : { "--at": at }) })}
    >
      {sign.letter}
    </span>
  );
}

const placed = (values: Readonly<Record<`--${string}`, string | number>>): CSSProperties =>
  values as CSSProperties;

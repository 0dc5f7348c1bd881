import Link from "next/link";
import type { CSSProperties } from "react";
import { Unprinted } from "#components/care/unprinted.tsx";
import { Code } from "#components/ui/code.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { OriginsAnswer } from "#lib/corroboration/queries/read-origins.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { type DrawnLine, drawnLines } from "./origin-lines.ts";
import { ORIGIN_PATHS } from "./origin-paths.ts";
import { type Origin, type OriginRecord, type OriginWords, originWords } from "./origin-words.ts";
import classes from "./origins.module.css";

interface Props {
  readonly caseId: string;
  readonly answer: OriginsAnswer;
}

/** So many records of one origin stand open; the rest is one step away. */
const OPEN_MAX = 5;

/**
 * Each origin as a frame with what goes back to it, and beside the frames a line for each tie between them, which runs from the
 * first to the last that it ties. The lines are said in words in the table below the picture.
 */
export async function OriginsPicture({ caseId, answer }: Props) {
  const [t, words] = await Promise.all([translator("origins"), originWords(answer)]);
  const { lines, more } = drawnLines(answer);
  return (
    <>
      <section className={classes.scroller} aria-label={t("picture.label")}>
        <div className={classes.plot} style={{ "--lines": lines.length } as CSSProperties}>
          {lines.length === 0 ? null : (
            <div className={classes.row} aria-hidden>
              <span />
              {lines.map((line) => (
                <LineHead key={line.key} line={line} />
              ))}
            </div>
          )}
          <ol className={classes.origins}>
            {answer.origins.map((origin, row) => (
              <li key={origin.id} className={classes.row}>
                <Frame caseId={caseId} origin={origin} words={words} />
                {lines.map(({ key, tie, marks }) => (
                  <span
                    key={key}
                    aria-hidden
                    title={tie === null ? t("ties.dependent") : words.kinds([tie.kind])}
                    className={classes.cell}
                    data-on={marks[row]?.on}
                    data-first={marks[row]?.isFirst || undefined}
                    data-last={marks[row]?.isLast || undefined}
                    data-dependent={tie === null || undefined}
                    style={{ "--tenths": tie?.tenths ?? 0 } as CSSProperties}
                  />
                ))}
              </li>
            ))}
          </ol>
        </div>
      </section>
      {lines.length === 0 ? null : <p className={classes.quiet}>{t("picture.key")}</p>}
      {more === 0 ? null : <p className={classes.quiet}>{t("picture.moreLines", { count: more })}</p>}
    </>
  );
}

async function LineHead({ line: { tie } }: { line: DrawnLine }) {
  const [t, words] = await Promise.all([translator("origins"), translator("corroboration")]);
  return (
    <span className={classes.lineHead} data-dependent={tie === null || undefined}>
      <span>{tie === null ? t("ties.dependent") : words(`tie.${tie.kind}.label`)}</span>
      {tie === null ? null : (
        <>
          <span className={classes.quiet}>{words("dependency.weight", { tenths: tie.tenths })}</span>
          <span className={classes.quiet}>
            {tie.recorded.count === 0 ? t("picture.byRecord") : t("picture.byPeople")}
          </span>
        </>
      )}
    </span>
  );
}

interface FrameProps {
  readonly caseId: string;
  readonly origin: Origin;
  readonly words: OriginWords;
}

async function Frame({ caseId, origin, words }: FrameProps) {
  const [t, evidence] = await Promise.all([translator("origins"), translator("corroboration")]);
  const { records, support, against, carries, inconsistent, left } = origin;
  const open = records.slice(0, OPEN_MAX);
  const folded = records.slice(OPEN_MAX);
  const says = [
    t("summary.items", { count: records.length + left }),
    ...(support > 0 ? [t("summary.support", { quality: support })] : []),
    ...(against > 0 ? [t("summary.against", { quality: against })] : []),
    ...(support + against === 0 ? [t("summary.nothing")] : []),
    ...(inconsistent ? [t("summary.inconsistent")] : []),
  ];
  const listed = (some: readonly OriginRecord[]) => (
    <ul className={classes.records} data-joined={records.length > 1 || undefined}>
      {some.map((record) => (
        <Item key={record.id} caseId={caseId} record={record} origin={origin} words={words} />
      ))}
    </ul>
  );
  return (
    <div
      className={classes.frame}
      data-carries={carries || undefined}
      data-against={against > 0 || undefined}
      data-nothing={support + against === 0 || undefined}
    >
      <p className={classes.frameHead}>
        <strong>{words.number(origin.id)}</strong>{" "}
        {carries ? <StatusPill label={evidence("evidence.inWitnessSet")} tone="info" /> : null}
      </p>
      <p className={classes.quiet}>{says.join(" · ")}</p>
      {listed(open)}
      {folded.length === 0 ? null : (
        <details>
          <summary>{t("picture.more", { count: folded.length })}</summary>
          {listed(folded)}
        </details>
      )}
      {left === 0 ? null : (
        <p className={classes.quiet}>{t("items.more", { number: words.number(origin.id), count: left })}</p>
      )}
    </div>
  );
}

async function Item({ caseId, record, origin, words }: FrameProps & { readonly record: OriginRecord }) {
  const [t, evidence, format] = await Promise.all([
    translator("origins"),
    translator("corroboration"),
    formats(),
  ]);
  const tie = origin.ties.find(({ between }) => between[1] === record.id);
  const to = origin.records.find(({ id }) => id === tie?.between[0]);
  const who = words.who(record);
  const alike = Map.groupBy(record.statements, (statement) =>
    [words.how(record, statement), words.counts(statement)].join(" · "),
  );
  return (
    <li>
      <Link href={`/cases/${caseId}/${ORIGIN_PATHS[record.type]}/${record.id}`} prefetch={false}>
        <Code code={record.code} />
      </Link>{" "}
      {who === null ? (
        words.noun(record)
      ) : (
        <Unprinted isInline>
          <bdi>{who}</bdi>
        </Unprinted>
      )}
      {[...alike].map(([said, those]) => (
        <div key={said} className={classes.quiet}>
          {those.length === 1 ? said : `${t("summary.statements", { count: those.length })} · ${said}`}
        </div>
      ))}
      {record.statements.some(({ weight }) => weight.carries) ? (
        <div className={classes.quiet}>
          <strong>{evidence("evidence.inWitnessSet")}</strong>
        </div>
      ) : null}
      {tie === undefined || to === undefined ? null : (
        <div className={classes.by}>
          {t(tie.through.length === 0 ? "by" : "byThrough", {
            kinds: words.kinds(tie.kinds),
            to: isolated(to.code),
            through: format.list(tie.through.map(isolated)),
          })}
        </div>
      )}
    </li>
  );
}

import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import { counts, formats, translator } from "#lib/i18n/server.ts";
import type { OnDesk } from "../../_parts/finding/desk-act.tsx";
import classes from "./review.module.css";

type Queue = Awaited<ReturnType<typeof reviewQueue.run>>;

/** The record on which a row's decision is taken. */
export const itemOf = (row: Queue["rows"][number]): string =>
  row.act === "testimony" ? row.testimonyId : row.id;

interface Props {
  caseId: string;
  queue: Queue;
  /** Id of the record that is open beside the list. */
  open: string | null;
  /** What its reviewer has decided and not put on record, by record. */
  decided: ReadonlyMap<string, NonNullable<OnDesk["decided"]>>;
  /** Which page of the queue the address asks for. */
  page: { after?: string; before?: string };
}

/** What waits, oldest first; each opens beside the list. */
export async function ReviewList({ caseId, queue, open, decided, page }: Props) {
  const [t, ui, codebook, format, counted] = await Promise.all([
    translator("review"),
    translator("ui"),
    translator("codebook"),
    formats(),
    counts(),
  ]);
  const home = `/cases/${caseId}/review`;
  return (
    <nav aria-label={t("title")} className={classes.list}>
      <p className={classes.quiet}>{t("waiting", { count: queue.total, total: counted(queue.total) })}</p>
      <ol className={classes.rows}>
        {queue.rows.map((row) => (
          <li key={row.id}>
            <Link
              href={`${home}?${new URLSearchParams({ ...page, item: itemOf(row) }).toString()}`}
              prefetch={false}
              className={classes.row}
              aria-current={itemOf(row) === open ? "true" : undefined}
            >
              <span className={classes.quiet}>
                {[
                  t(`act.${row.act}`),
                  t("version", { number: row.number }),
                  ...(row.act === "finding" ? [codebook(`facet.${row.facet}.label`)] : []),
                ].join(" · ")}
              </span>
              <bdi className={classes.title}>{row.title}</bdi>
              <DecidedMark decided={decided.get(itemOf(row))} />
              <span className={classes.quiet}>
                <Code code={row.code} /> · {t(`step.${row.act === "testimony" ? "testimony" : row.status}`)}
              </span>
              <span className={classes.quiet}>
                <bdi>{row.authorName}</bdi> · {format.instantDay(row.at)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {queue.previous === null && queue.next === null ? null : (
        <p className={classes.pages}>
          {queue.previous === null ? null : (
            <Link href={`${home}?before=${queue.previous}`}>{ui("table.previous")}</Link>
          )}
          {queue.next === null ? null : <Link href={`${home}?after=${queue.next}`}>{ui("table.next")}</Link>}
        </p>
      )}
    </nav>
  );
}

async function DecidedMark({ decided }: { decided: OnDesk["decided"] | undefined }) {
  const t = await translator("review");
  if (!decided) return null;
  const label = t(`decided.act.${decided.act}`);
  return (
    <span>
      <StatusPill
        label={decided.isStale ? t("decided.staleMark", { label }) : label}
        tone={decided.isStale ? "bad" : "progress"}
      />
    </span>
  );
}

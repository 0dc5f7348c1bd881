import Link from "next/link";
import classes from "#components/corroboration/corroboration.module.css";
import { maybeAsked } from "#lib/api/asked.ts";
import { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import { translator } from "#lib/i18n/server.ts";
import { queueHref } from "./queue-href.ts";

/** For those who came from the review queue: how much still waits, what is next, and the way back. */
export async function QueueBar({ caseId, recordId }: { caseId: string; recordId: string }) {
  const queue = await maybeAsked(reviewQueue, { caseId, page: {} });
  if (queue === null) return null;
  const t = await translator("review");
  const isThis = (row: (typeof queue.rows)[number]) =>
    (row.act === "testimony" ? row.testimonyId : row.id) === recordId;
  const next = queue.rows.find((row) => !isThis(row));
  const count = queue.total - (queue.rows.some(isThis) ? 1 : 0);
  return (
    <nav aria-label={t("bar.label")} className={classes.bar}>
      <Link href={`/cases/${caseId}/review`}>{t("bar.back")}</Link>
      <span className={classes.quiet}>{t("bar.waiting", { count })}</span>
      {next === undefined ? null : (
        <Link href={queueHref(caseId, next)} prefetch={false}>
          {t("bar.next", { code: `\u2068${next.code}\u2069` })}
        </Link>
      )}
    </nav>
  );
}

import { IconClipboardCheck } from "@tabler/icons-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import { translator } from "#lib/i18n/server.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { ReviewFinding } from "./_parts/review-finding.tsx";
import { ReviewKeys } from "./_parts/review-keys.tsx";
import { itemOf, ReviewList } from "./_parts/review-list.tsx";
import { ReviewTestimony } from "./_parts/review-testimony.tsx";
import classes from "./_parts/review.module.css";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ item?: string; after?: string; before?: string }>;
}

/**
 * The one screen of review: what waits at the start, and beside it the testimony to accept or the finding to decide.
 * What was just decided stays open until the next is chosen.
 */
export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ caseId }, { item, after, before }] = await Promise.all([params, searchParams]);
  const page = { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
  const [t, queue] = await Promise.all([translator("review"), asked(reviewQueue, { caseId, page })]);
  const [first] = queue.rows;
  const open = item ?? (first === undefined ? null : itemOf(first));
  const home = `/cases/${caseId}/review`;
  const ids = queue.rows.map(itemOf);
  const at = open === null ? -1 : ids.indexOf(open);
  const addressOf = (id: string | undefined) =>
    id === undefined ? null : `${home}?${new URLSearchParams({ ...page, item: id }).toString()}`;
  const previous = addressOf(ids[at - 1]);
  const following = addressOf(ids[at + 1]);
  // After the last comes what is left over before it.
  const next = following ?? addressOf(ids.find((id) => id !== open)) ?? home;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ReviewKeys open={open} previous={previous} next={following} />
      {open === null ? (
        <EmptyState title={t("empty.title")} icon={<IconClipboardCheck size={32} stroke={1.4} />}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <div className={classes.screen}>
          <ReviewList caseId={caseId} queue={queue} open={open} page={page} />
          {TestimonyId.safeParse(open).success ? (
            <ReviewTestimony caseId={caseId} testimonyId={open} next={next} />
          ) : (
            <ReviewFinding caseId={caseId} findingId={open} next={next} />
          )}
        </div>
      )}
    </>
  );
}

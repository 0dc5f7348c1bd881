import Link from "next/link";
import { IconClipboardCheck } from "@tabler/icons-react";
import { DecidedTray } from "#components/review/decided-tray.tsx";
import { ReviewDesk } from "#components/review/review-desk.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, maybeAsked } from "#lib/api/asked.ts";
import { reviewDecided } from "#lib/corroboration/queries/review-decided.ts";
import { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import { translator } from "#lib/i18n/server.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import type { OnDesk } from "../_parts/finding/desk-act.tsx";
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
  const [t, queue, mine] = await Promise.all([
    translator("review"),
    asked(reviewQueue, { caseId, page }),
    maybeAsked(reviewDecided, { caseId }),
  ]);
  // Whoever reviews nothing in the case is told that nothing waits for them.
  const { decided, kept } = mine ?? { decided: [], kept: [] };
  const acts = new Map(decided.map((one) => [one.recordId, one]));
  const ids = queue.rows.map(itemOf);
  const waiting = ids.filter((id) => !acts.has(id));
  const open = item ?? waiting[0] ?? null;
  const home = `/cases/${caseId}/review`;
  const at = open === null ? -1 : ids.indexOf(open);
  const addressOf = (id: string | undefined) =>
    id === undefined ? null : `${home}?${new URLSearchParams({ ...page, item: id }).toString()}`;
  const further = queue.next === null ? home : `${home}?after=${queue.next}`;
  // After the last comes what is left over before it, and after that the next page.
  const following = ids.slice(at + 1).find((id) => !acts.has(id)) ?? waiting.find((id) => id !== open);
  const draft = [...decided, ...kept].find(({ recordId }) => recordId === open);
  const desk = {
    next: addressOf(following) ?? further,
    decided: open === null ? null : (acts.get(open) ?? null),
    draftVersion: draft?.draftVersion ?? 0,
    typed: draft?.text ?? null,
  };
  const here = new URLSearchParams(page).toString();
  const addresses = Object.fromEntries(
    decided.map(({ recordId }) => [recordId, addressOf(recordId) ?? home]),
  );
  return (
    <ReviewDesk open={open} count={decided.length}>
      <PageHeader title={t("title")} lead={t("lead")} />
      {ids.length + decided.length === 0 ? null : (
        <ReviewKeys previous={addressOf(ids[at - 1])} next={addressOf(ids[at + 1])} />
      )}
      <DecidedTray
        caseId={caseId}
        decided={decided}
        open={open}
        home={here === "" ? home : `${home}?${here}`}
        addresses={addresses}
      />
      {open === null && ids.length === 0 ? (
        <EmptyState title={t("empty.title")} icon={<IconClipboardCheck size={32} stroke={1.4} />}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <div className={classes.screen}>
          <ReviewList caseId={caseId} queue={queue} open={open} decided={acts} page={page} />
          <Opened caseId={caseId} open={open} desk={desk} further={queue.next === null ? null : further} />
        </div>
      )}
    </ReviewDesk>
  );
}

interface OpenedProps {
  caseId: string;
  open: string | null;
  desk: OnDesk;
  /** The next page of the queue, where there is one. */
  further: string | null;
}

/** What is open beside the list: an account, a finding, or that all that is listed has been decided. */
async function Opened({ caseId, open, desk, further }: OpenedProps) {
  const t = await translator("review");
  if (open === null)
    return (
      <EmptyState title={t("allDecided.title")} icon={<IconClipboardCheck size={32} stroke={1.4} />}>
        {t("allDecided.text")}
        {further === null ? null : (
          <>
            {" "}
            <Link href={further}>{t("allDecided.further")}</Link>
          </>
        )}
      </EmptyState>
    );
  return TestimonyId.safeParse(open).success ? (
    <ReviewTestimony caseId={caseId} testimonyId={open} desk={desk} />
  ) : (
    <ReviewFinding caseId={caseId} findingId={open} desk={desk} />
  );
}

import Link from "next/link";
import { HistoryFeed } from "#components/ui/history-feed.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { translator } from "#lib/i18n/server.ts";
import { historyEntries } from "../../_parts/history-entries.tsx";

interface Props {
  params: Promise<{ caseId: string; recordId: string }>;
  searchParams: Promise<{ after?: string }>;
}

/** The whole history of a record, a page at a time, newest first. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { caseId, recordId } = await params;
  const { after } = await searchParams;
  const history = await asked(readHistory, { recordId, page: typeof after === "string" ? { after } : {} });
  const [t, entries] = await Promise.all([translator("ui"), historyEntries(history)]);
  const home = `/cases/${caseId}/history/${recordId}`;
  return (
    <>
      <PageHeader title={t("history.label")} lead={t("history.lead")} />
      <HistoryFeed
        entries={entries}
        more={
          <p>
            {after === undefined ? null : (
              <Link href={home} prefetch={false}>
                {t("history.newest")}
              </Link>
            )}{" "}
            {history.next === null ? null : (
              <Link href={`${home}?after=${encodeURIComponent(history.next)}`} prefetch={false}>
                {t("history.older")}
              </Link>
            )}
          </p>
        }
      />
    </>
  );
}

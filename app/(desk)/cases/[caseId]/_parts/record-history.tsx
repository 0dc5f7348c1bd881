import Link from "next/link";
import { HistoryFeed } from "#components/ui/history-feed.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { translator } from "#lib/i18n/server.ts";
import { nounOf } from "#lib/records/vocabulary.ts";
import { historyEntries } from "./history-entries.tsx";

const SHOWN = 12;

/** What happened to a record last, in plain words; the rest is a page of its own. */
export async function RecordHistory({ recordId }: { recordId: string }) {
  const history = await maybeAsked(readHistory, { recordId, page: { size: SHOWN } });
  if (!history) return null;
  const [t, compartments, entries] = await Promise.all([
    translator("ui"),
    translator("compartments"),
    historyEntries(history),
  ]);
  return (
    <Section
      id="history"
      title={t("history.label")}
      {...(nounOf(recordId) === null
        ? {}
        : {
            actions: (
              <Link href={`/cases/${history.caseId}/sight/${recordId}`} prefetch={false}>
                {compartments("sight.link")}
              </Link>
            ),
          })}
    >
      <HistoryFeed
        entries={entries}
        more={
          history.next === null ? null : (
            <Link href={`/cases/${history.caseId}/history/${recordId}`} prefetch={false}>
              {t("history.all")}
            </Link>
          )
        }
      />
    </Section>
  );
}

import { HistoryFeed } from "#components/ui/history-feed.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { formats, translator } from "#lib/i18n/server.ts";

const SHOWN = 12;

/** What happened to a record, newest first, in plain words: who, what, when, and why. */
export async function RecordHistory({ recordId }: { recordId: string }) {
  const history = await maybeAsked(readHistory, { recordId, page: { size: SHOWN } });
  if (!history) return null;
  const [t, acts, roles, format] = await Promise.all([
    translator("ui"),
    translator("audit"),
    translator("access"),
    formats(),
  ]);
  return (
    <Section id="history" title={t("history.label")}>
      <HistoryFeed
        entries={history.rows.map((row) => ({
          id: String(row.seq),
          who: row.person ?? t("history.somebody"),
          what: (
            <>
              {row.role === null ? null : `(${roles(`role.${row.role}`)})`}
              <br />
              {acts(`acts.${row.act}`)}
            </>
          ),
          when: format.instant(row.at),
          whenIso: new Date(row.at).toISOString(),
          ...(row.reason === null ? {} : { reason: row.reason }),
        }))}
      />
    </Section>
  );
}

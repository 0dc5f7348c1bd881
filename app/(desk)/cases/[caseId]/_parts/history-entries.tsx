import type { HistoryEntry } from "#components/ui/history-feed.tsx";
import type { readHistory } from "#lib/audit/queries/read-history.ts";
import { formats, translator } from "#lib/i18n/server.ts";

type Rows = Awaited<ReturnType<typeof readHistory.run>>["rows"];

/** The acts on a record in plain words: who in which role, what, when, and why. */
export async function historyEntries(rows: Rows): Promise<HistoryEntry[]> {
  const [t, acts, roles, format] = await Promise.all([
    translator("ui"),
    translator("audit"),
    translator("access"),
    formats(),
  ]);
  return rows.map((row) => ({
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
  }));
}

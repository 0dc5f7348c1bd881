import Link from "next/link";
import type { HistoryEntry } from "#components/ui/history-feed.tsx";
import type { readHistory } from "#lib/audit/queries/read-history.ts";
import { DISCLOSED } from "#lib/compartments/words.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { changedFields } from "./changed-fields.ts";

type History = Awaited<ReturnType<typeof readHistory.run>>;
type Row = History["rows"][number];

/** The acts on a record in plain words: who in which role, what, in which fields, when, and why. */
export async function historyEntries({ rows, caseId, record }: History): Promise<HistoryEntry[]> {
  const [t, acts, roles, disclosed, format, changed] = await Promise.all([
    translator("ui"),
    translator("audit"),
    translator("access"),
    translator("compartments"),
    formats(),
    changedFields(),
  ]);
  const moreOf = (row: Row): Pick<HistoryEntry, "more"> => {
    const version = versionIn(row);
    if (version !== null && version > 1) {
      const versions = `before=${version - 1}&after=${version}`;
      return {
        more: (
          <Link href={`/cases/${caseId}/testimonies/${record.id}/compare?${versions}`} prefetch={false}>
            {t("history.compare", { after: version, before: version - 1 })}
          </Link>
        ),
      };
    }
    const fields = changed(row);
    return fields.length === 0 ? {} : { more: t("history.changed", { fields: format.list(fields) }) };
  };
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
    ...moreOf(row),
    ...(row.reason === null
      ? {}
      : { reason: row.reason === DISCLOSED ? disclosed("sight.disclosed") : row.reason }),
  }));
}

/** The version of a testimony that an act began or handed in. */
function versionIn({ act, changes }: Row): number | null {
  if (act !== "testimony.amend" && act !== "testimony.submit") return null;
  const number = changes.find(({ field }) => field === "number")?.after;
  return typeof number === "number" ? number : null;
}

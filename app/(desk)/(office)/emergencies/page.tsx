import { IconUrgent } from "@tabler/icons-react";
import Link from "next/link";
import { EmergencyTable } from "#components/emergencies/emergency-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listEmergencies } from "#lib/emergencies/queries/list-emergencies.ts";
import { translator } from "#lib/i18n/server.ts";

/** The emergency accesses over which somebody watches: who opened which case, and what was found. */
export default async function EmergenciesPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string }>;
}) {
  const { after } = await searchParams;
  const [t, { rows, next }] = await Promise.all([
    translator("emergencies"),
    asked(listEmergencies, { page: after ? { after } : {} }),
  ]);
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      {rows.length === 0 ? (
        <EmptyState title={t("list.none")} icon={<IconUrgent size={32} stroke={1.4} />} />
      ) : (
        <EmergencyTable rows={rows} caption={t("list.title")} />
      )}
      <p>
        {after === undefined ? null : (
          <Link href="/emergencies" prefetch={false}>
            {t("list.newest")}
          </Link>
        )}{" "}
        {next === null ? null : (
          <Link href={`/emergencies?after=${next}`} prefetch={false}>
            {t("list.earlier")}
          </Link>
        )}
      </p>
    </>
  );
}

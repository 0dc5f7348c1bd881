import Link from "next/link";
import type { ReactNode } from "react";
import { GrantTable } from "#components/cases/grant-table.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listGrants } from "#lib/accounts/queries/list-grants.ts";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";

const HERE = "/admin/grants";
const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

export default async function GrantsPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string; before?: string; person?: string; case?: string }>;
}) {
  const { after, before, person, case: caseId } = await searchParams;
  const narrowing = { ...(person ? { person } : {}), ...(caseId ? { case: caseId } : {}) };
  const [t, found] = await Promise.all([
    translator("accounts"),
    asked(listGrants, {
      page: { ...(after ? { after } : {}), ...(before ? { before } : {}) },
      ...(person ? { humanId: person } : {}),
      ...(caseId ? { caseId } : {}),
    }),
  ]);
  const [first] = found.rows;
  const only = [
    ...(person && first
      ? [<span key="person">{t.rich("grants.ofPerson", { name: first.displayName, bdi: isolated })}</span>]
      : []),
    ...(caseId && first?.case
      ? [<span key="case">{t("grants.ofCase", { code: first.case.code })}</span>]
      : []),
  ];
  const at = (query: Record<string, string>) => `${HERE}?${new URLSearchParams(query)}`;
  return (
    <>
      <PageHeader
        title={t("grants.title")}
        lead={
          Object.keys(narrowing).length === 0 ? (
            t("grants.lead")
          ) : (
            <>
              {only}{" "}
              <Link href={HERE} prefetch={false}>
                {t("grants.showAll")}
              </Link>
            </>
          )
        }
      />
      <GrantTable
        caption={t("grants.title")}
        page={found}
        hrefOf={(key, cursor) => at({ ...narrowing, [key]: cursor })}
        narrowed={{
          person: (humanId) => at({ ...narrowing, person: humanId }),
          case: (id) => at({ ...narrowing, case: id }),
        }}
      />
    </>
  );
}

import { IconScaleOutline } from "@tabler/icons-react";
import { ORIGIN_PATHS } from "#components/corroboration/origin-paths.ts";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listStatements } from "#lib/corroboration/queries/list-statements.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { keptList } from "../../../_parts/kept-list.ts";
import { listInput } from "../_parts/list-input.ts";
import { AccountCover } from "../_parts/testimony/account-cover.tsx";
import { exculpatoryUrl } from "./_parts/list-spec.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

/** Statements that somebody tagged as potentially exculpatory. */
export default async function ExculpatoryPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { page, direction } = listInput(await searchParams, exculpatoryUrl);
  const [t, format, found] = await Promise.all([
    translator("contradictions"),
    formats(),
    asked(listStatements, { caseId, exculpatory: "yes", direction, page }),
  ]);
  return (
    <>
      <PageHeader title={t("exculpatory.title")} lead={t("exculpatory.lead")} />
      <RecordTable
        {...await keptList("exculpatory")}
        caption={t("exculpatory.title")}
        urlSpec={exculpatoryUrl}
        columns={[
          { key: "claim", header: t("exculpatory.columns.claim") },
          { key: "origin", header: t("exculpatory.columns.origin"), kind: "code" },
          { key: "code", header: t("exculpatory.columns.code"), kind: "code" },
          { key: "found", header: t("exculpatory.columns.found"), kind: "date", isSecondary: true },
        ]}
        filters={[]}
        rows={found.rows.map((row) => {
          const { origin } = row;
          const claim = <span dir="auto">{row.claim}</span>;
          return {
            id: row.id,
            href:
              origin === null
                ? `/cases/${caseId}/exculpatory`
                : `/cases/${caseId}/${ORIGIN_PATHS[origin.type]}/${origin.id}`,
            cells: {
              claim:
                origin?.type === "testimony" ? (
                  <AccountCover testimonyId={origin.id}>{claim}</AccountCover>
                ) : (
                  claim
                ),
              origin: origin === null ? null : <Code code={origin.code} />,
              code: <Code code={row.code} />,
              found: format.instantDay(row.createdAt),
            },
          };
        })}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("exculpatory.empty.title")} icon={<IconScaleOutline size={32} stroke={1.4} />}>
            {t("exculpatory.empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}

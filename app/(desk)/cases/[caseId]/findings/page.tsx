import { IconBuildingBank } from "@tabler/icons-react";
import { Determined } from "#components/corroboration/determined.tsx";
import { levelWords } from "#components/corroboration/level.tsx";
import { FindingPill } from "#components/corroboration/pills.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listFindings } from "#lib/corroboration/queries/list-findings.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { listInput } from "../_parts/list-input.ts";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { NewerRules } from "./_parts/newer-rules.tsx";
import { findingsUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function FindingsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listFindings>(await searchParams, findingsUrl);
  const [t, codebook, locale, format, level] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    requestLocale(),
    formats(),
    levelWords(),
  ]);
  const found = await asked(listFindings, {
    caseId,
    direction,
    page,
    ...filters,
  });
  const by = await filterViews(findingsUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "finding"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader title={t("finding.title")} lead={t("finding.lead")} />
      <NewerRules caseId={caseId} />
      <RecordTable
        {...await caseList(caseId, "findings", found.rows)}
        caption={t("finding.title")}
        urlSpec={findingsUrl}
        preview={showPreview}
        columns={[
          { key: "finding", header: t("finding.columns.finding") },
          { key: "code", header: t("finding.columns.code"), kind: "code" },
          { key: "status", header: t("finding.columns.status"), kind: "pill" },
          { key: "determination", header: t("finding.columns.determination") },
          { key: "author", header: t("finding.columns.author"), isSecondary: true },
          { key: "created", header: t("finding.columns.created"), kind: "date", isSecondary: true },
          { key: "ceiling", header: t("finding.columns.ceiling"), isSecondary: true, hiding: "at-first" },
          { key: "incident", header: t("finding.columns.incident"), isSecondary: true, hiding: "at-first" },
          tags.column,
        ]}
        filters={[
          by.choice("status", t("finding.columns.status"), (value) => t(`status.${value}.label`)),
          by.choice("facet", t("finding.columns.facet"), (value) => codebook(`facet.${value}.label`)),
          {
            ...by.choice("mine", t("finding.filters.mine"), (value) => t(`finding.filters.part.${value}`)),
            isCounted: false,
          },
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/findings/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            finding: (
              <>
                {codebook(`facet.${row.facet}.label`)}: <bdi>{row.allegation.wording}</bdi>
              </>
            ),
            code: <Code code={row.code} />,
            status: <FindingPill value={row.status} />,
            determination: <Determined of={row} />,
            author: <bdi>{row.authorName}</bdi>,
            created: format.instantDay(row.createdAt),
            ceiling: level(row.ceiling),
            incident: (
              <bdi>{locale === "ar" && row.incident.titleAr ? row.incident.titleAr : row.incident.title}</bdi>
            ),
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("finding.empty.title")} icon={<IconBuildingBank size={32} stroke={1.4} />}>
            {t("finding.empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}

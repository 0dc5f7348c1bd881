import { IconTargetArrow } from "@tabler/icons-react";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listIncidents } from "#lib/incidents/queries/list-incidents.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { describer } from "../_parts/describe.ts";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { incidentsUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function IncidentsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listIncidents>(
    await searchParams,
    incidentsUrl,
  );
  const [t, codebook, format, named, describe, found] = await Promise.all([
    translator("incidents"),
    translator("codebook"),
    formats(),
    localNames(),
    describer(),
    asked(listIncidents, {
      caseId,
      direction,
      page,
      ...filters,
    }),
  ]);
  const word = (list: string) => (value: string) => codebook(`${list}.${value}.label`);
  const by = await filterViews(incidentsUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "incident"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<NewRecordButton caseId={caseId} room="incidents" />}
      />
      <RecordTable
        {...await caseList(caseId, "incidents", found.rows)}
        caption={t("title")}
        urlSpec={incidentsUrl}
        preview={showPreview}
        columns={[
          { key: "title", header: t("columns.title") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "occurred", header: t("columns.occurred"), kind: "date" },
          { key: "recordKind", header: t("columns.recordKind"), isSecondary: true },
          { key: "violations", header: t("columns.violations"), isSecondary: true },
          { key: "victimGroup", header: t("columns.victimGroup"), isSecondary: true, hiding: "at-first" },
          {
            key: "attributedSide",
            header: t("columns.attributedSide"),
            isSecondary: true,
            hiding: "at-first",
          },
          tags.column,
        ]}
        filters={[
          by.choice("recordKind", t("columns.recordKind"), word("incidentKind")),
          by.days("occurred", t("columns.occurred")),
          by.choice("violation", t("columns.violations"), word("violation")),
          by.choice("victimGroup", t("columns.victimGroup"), word("victimGroup")),
          by.choice("attributedSide", t("columns.attributedSide"), word("side")),
          by.choice("place", t("filters.place"), (value) => t(`filters.placeTie.${value}`)),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/incidents/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            title: <bdi>{named(row.title, row.titleAr)}</bdi>,
            code: <Code code={row.code} />,
            occurred:
              row.occurredEdtf === null ? (row.occurredWording ?? t("undated")) : describe(row.occurredEdtf),
            recordKind: word("incidentKind")(row.recordKind),
            violations:
              row.violations.length === 0 ? null : format.list(row.violations.map(word("violation"))),
            victimGroup: row.victimGroup === null ? null : word("victimGroup")(row.victimGroup),
            attributedSide: row.attributedSide === null ? null : word("side")(row.attributedSide),
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconTargetArrow size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}

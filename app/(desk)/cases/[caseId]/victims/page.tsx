import { IconUsers } from "@tabler/icons-react";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listVictims } from "#lib/victims/queries/list-victims.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { RecordName } from "../_parts/record-name.tsx";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { victimsUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function VictimsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listVictims>(await searchParams, victimsUrl);
  const [t, rolls, format, named, found] = await Promise.all([
    translator("victims"),
    translator("rolls"),
    formats(),
    localNames(),
    asked(listVictims, {
      caseId,
      direction,
      page,
      ...filters,
    }),
  ]);
  const kindWord = (value: string) => t(`fields.kind.options.${value}.label`);
  const ageWord = (value: string) => t(`fields.ageBand.options.${value}.label`);
  const sexWord = (value: string) => t(`fields.sex.options.${value}`);
  const outcomeWord = (value: string) => t(`fields.outcome.options.${value}`);
  const by = await filterViews(victimsUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "victim"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={
          <>
            {t("lead")} {t("noToll")}
          </>
        }
        actions={
          <>
            <LinkButton href={`/cases/${caseId}/victim-lists`} variant="default">
              {rolls("link")}
            </LinkButton>
            <NewRecordButton caseId={caseId} room="victims" />
          </>
        }
      />
      <RecordTable
        {...await caseList(caseId, "victims", found.rows)}
        caption={t("title")}
        urlSpec={victimsUrl}
        preview={showPreview}
        columns={[
          { key: "label", header: t("columns.label") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "kind", header: t("columns.kind"), isSecondary: true },
          { key: "ageBand", header: t("columns.ageBand"), isSecondary: true },
          { key: "sex", header: t("columns.sex"), isSecondary: true, hiding: "at-first" },
          { key: "outcome", header: t("columns.outcome") },
          { key: "incident", header: t("columns.incident"), isSecondary: true },
          { key: "createdAt", header: t("columns.createdAt"), kind: "date", isSecondary: true },
          tags.column,
        ]}
        filters={[
          by.choice("kind", t("columns.kind"), kindWord),
          by.choice("outcome", t("columns.outcome"), outcomeWord),
          by.choice("ageBand", t("columns.ageBand"), ageWord),
          by.choice("sex", t("columns.sex"), sexWord),
          by.record("incident", t("columns.incident"), () => {
            const incident = found.rows[0]?.incident;
            return incident && named(incident.title, incident.titleAr);
          }),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/victims/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            label: <bdi>{row.label}</bdi>,
            code: <Code code={row.code} />,
            kind: kindWord(row.kind),
            ageBand: ageWord(row.ageBand),
            sex: sexWord(row.sex),
            outcome: row.outcome === null ? null : outcomeWord(row.outcome),
            incident: row.incident && (
              <RecordName
                href={`/cases/${caseId}/incidents/${row.incident.id}`}
                name={named(row.incident.title, row.incident.titleAr)}
              />
            ),
            createdAt: format.instantDay(row.createdAt),
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconUsers size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}

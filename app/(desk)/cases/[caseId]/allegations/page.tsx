import { IconListDetails, IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { FacetPills } from "#components/corroboration/facet-pills.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { UNSET } from "#lib/core/filters.ts";
import { listAllegations } from "#lib/corroboration/queries/list-allegations.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { describer } from "../_parts/describe.ts";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { allegationsUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function AllegationsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listAllegations>(
    await searchParams,
    allegationsUrl,
  );
  const incidentId = filters.incidentId === UNSET ? undefined : filters.incidentId;
  const [t, codebook, named, format, describe, caseFile] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    localNames(),
    formats(),
    describer(),
    asked(readCase, { caseId }),
  ]);
  const [found, incident] = await Promise.all([
    asked(listAllegations, { caseId, direction, page, ...filters }),
    incidentId === undefined ? null : asked(readIncident, { incidentId }),
  ]);
  const list = `/cases/${caseId}/allegations`;
  const [first] = found.rows;
  const by = await filterViews(allegationsUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "allegation"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("allegation.title")}
        lead={
          incident === null ? (
            t("allegation.lead")
          ) : (
            <>
              {t("allegation.ofIncident", { code: incident.code })}:{" "}
              <Link href={`/cases/${caseId}/incidents/${incident.id}`} prefetch={false}>
                <bdi>{named(incident.title, incident.titleAr)}</bdi>
              </Link>
              {" · "}
              <Link href={list}>{t("allegation.allIncidents")}</Link>
            </>
          )
        }
        actions={
          caseFile.may.write ? (
            <LinkButton
              href={`${list}/new${incident === null ? "" : `?incident=${incident.id}`}`}
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t("allegation.new")}
            </LinkButton>
          ) : undefined
        }
      />
      <RecordTable
        {...await caseList(caseId, "allegations", found.rows)}
        caption={t("allegation.title")}
        urlSpec={allegationsUrl}
        preview={showPreview}
        columns={[
          { key: "act", header: t("allegation.columns.act") },
          { key: "code", header: t("allegation.columns.code"), kind: "code" },
          { key: "occurred", header: t("allegation.columns.occurred"), kind: "date" },
          { key: "violation", header: t("allegation.columns.violation") },
          { key: "facets", header: t("allegation.columns.facets") },
          { key: "links", header: t("allegation.columns.links"), kind: "number", isSecondary: true },
          {
            key: "incident",
            header: t("allegation.columns.incident"),
            isSecondary: true,
            hiding: "at-first",
          },
          { key: "actor", header: t("allegation.columns.actor"), isSecondary: true, hiding: "at-first" },
          { key: "place", header: t("allegation.columns.place"), isSecondary: true, hiding: "at-first" },
          tags.column,
        ]}
        filters={[
          by.choice("violation", t("allegation.columns.violation"), (value) =>
            codebook(`violation.${value}.label`),
          ),
          by.days("occurred", t("allegation.columns.occurred")),
          by.record(
            "incident",
            t("allegation.columns.incident"),
            () => first && named(first.incident.title, first.incident.titleAr),
          ),
          by.record(
            "actor",
            t("allegation.columns.actor"),
            () => first?.actor && named(first.actor.name, first.actor.nameAr),
          ),
          by.record(
            "place",
            t("allegation.columns.place"),
            () => first?.place && named(first.place.name, first.place.nameAr),
          ),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `${list}/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            act: <bdi>{row.wording}</bdi>,
            code: <Code code={row.code} />,
            occurred: row.occurredEdtf === null ? null : describe(row.occurredEdtf),
            violation: codebook(`violation.${row.violation}.label`),
            facets: row.facets.length === 0 ? null : <FacetPills facets={row.facets} />,
            links: `${format.number(row.links.support ?? 0)} / ${format.number(row.links.contradict ?? 0)}`,
            incident: <bdi>{named(row.incident.title, row.incident.titleAr)}</bdi>,
            actor: row.actor && <bdi>{named(row.actor.name, row.actor.nameAr)}</bdi>,
            place: row.place && <bdi>{named(row.place.name, row.place.nameAr)}</bdi>,
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("allegation.empty.title")} icon={<IconListDetails size={32} stroke={1.4} />}>
            {t("allegation.empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}

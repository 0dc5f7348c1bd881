import { IconMapPin, IconPlus } from "@tabler/icons-react";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { listPlaces } from "#lib/places/queries/list-places.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { listInput } from "../_parts/list-input.ts";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { placesUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function PlacesPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listPlaces>(await searchParams, placesUrl);
  const [t, codebook, locale, caseFile] = await Promise.all([
    translator("places"),
    translator("codebook"),
    requestLocale(),
    asked(readCase, { caseId }),
  ]);
  const found = await asked(listPlaces, {
    caseId,
    direction,
    page,
    ...filters,
  });
  const kindWord = (value: string) => codebook(`placeKind.${value}.label`);
  const precisionWord = (value: string) => codebook(`placePrecision.${value}.label`);
  const add = caseFile.may.write ? (
    <LinkButton href={`/cases/${caseId}/places/new`} leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  ) : undefined;
  const by = await filterViews(placesUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "place"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={add} />
      <RecordTable
        {...await caseList(caseId, "places", found.rows)}
        caption={t("title")}
        urlSpec={placesUrl}
        preview={showPreview}
        columns={[
          { key: "name", header: t("columns.name") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "kind", header: t("columns.kind") },
          { key: "precision", header: t("columns.precision"), isSecondary: true },
          tags.column,
        ]}
        filters={[
          by.choice("kind", t("columns.kind"), kindWord),
          by.choice("precision", t("columns.precision"), precisionWord),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/places/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            name: <bdi>{locale === "ar" && row.nameAr ? row.nameAr : row.name}</bdi>,
            code: <Code code={row.code} />,
            kind: kindWord(row.kind),
            precision: precisionWord(row.precision),
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconMapPin size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}

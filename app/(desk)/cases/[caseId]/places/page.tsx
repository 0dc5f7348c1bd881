import { IconMapPin, IconPlus } from "@tabler/icons-react";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { PLACE_KINDS, PLACE_PRECISIONS } from "#lib/codebook/vocabulary.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { listPlaces } from "#lib/places/queries/list-places.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
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
  const { page, direction, chosen } = listInput(await searchParams, placesUrl);
  const kind = PLACE_KINDS.find((one) => one === chosen("kind"));
  const precision = PLACE_PRECISIONS.find((one) => one === chosen("precision"));
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
    ...(kind ? { kind } : {}),
    ...(precision ? { precision } : {}),
  });
  const add = caseFile.may.write ? (
    <LinkButton href={`/cases/${caseId}/places/new`} leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  ) : undefined;
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "place"), rowTags(caseId, found.rows)]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={add} />
      <RecordTable
        {...await caseList(caseId, "places")}
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
          {
            kind: "enum",
            key: "kind",
            label: t("columns.kind"),
            options: PLACE_KINDS.map((value) => ({ value, label: codebook(`placeKind.${value}.label`) })),
          },
          {
            kind: "enum",
            key: "precision",
            label: t("columns.precision"),
            options: PLACE_PRECISIONS.map((value) => ({
              value,
              label: codebook(`placePrecision.${value}.label`),
            })),
          },
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/places/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            name: <bdi>{locale === "ar" && row.nameAr ? row.nameAr : row.name}</bdi>,
            code: <Code code={row.code} />,
            kind: codebook(`placeKind.${row.kind}.label`),
            precision: codebook(`placePrecision.${row.precision}.label`),
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

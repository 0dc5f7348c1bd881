import { IconScale } from "@tabler/icons-react";
import { countryNames } from "#components/recipients/country-names.ts";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { listRecipients } from "#lib/recipients/queries/list-recipients.ts";
import { keptList } from "../../../_parts/kept-list.ts";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { recipientsUrl } from "./_parts/list-spec.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function RecipientsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { page } = listInput(await searchParams, recipientsUrl);
  const [t, format, named, locale, found] = await Promise.all([
    translator("recipients"),
    formats(),
    localNames(),
    requestLocale(),
    asked(listRecipients, { caseId, page }),
  ]);
  const country = countryNames(locale);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<NewRecordButton caseId={caseId} room="recipients" />}
      />
      <RecordTable
        {...await keptList("recipients")}
        caption={t("title")}
        urlSpec={recipientsUrl}
        columns={[
          { key: "name", header: t("columns.name") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "standing", header: t("columns.standing"), kind: "pill" },
          { key: "class", header: t("columns.class") },
          { key: "country", header: t("columns.country"), isSecondary: true },
          { key: "until", header: t("columns.until"), kind: "date", isSecondary: true },
        ]}
        rows={found.rows.map((row) => {
          const isReady = row.standing.some(({ barredBy }) => barredBy.length === 0);
          return {
            id: row.id,
            href: `/cases/${caseId}/recipients/${row.id}`,
            cells: {
              name: <bdi>{named(row.name, row.nameAr)}</bdi>,
              code: <Code code={row.code} />,
              standing: (
                <StatusPill
                  label={t(isReady ? "standing.ready" : "standing.barred")}
                  tone={isReady ? "good" : "caution"}
                />
              ),
              class: t(`class.${row.recipientClass}`),
              country: row.country === null ? null : country(row.country),
              until: row.agreementUntil === null ? null : format.day(row.agreementUntil),
            },
          };
        })}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconScale size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}

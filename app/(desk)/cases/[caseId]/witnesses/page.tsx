import { IconUserShield } from "@tabler/icons-react";
import { ContactPill } from "#components/contact/contact-pill.tsx";
import { GradePill } from "#components/sources/grade-pill.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listWitnesses } from "#lib/witnesses/queries/list-witnesses.ts";
import { gradeFilterWords } from "../_parts/grade-words.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { listInput } from "../_parts/list-input.ts";
import { KnownPersonButton } from "../_parts/identity/known-person-button.tsx";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { witnessesUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function WitnessesPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listWitnesses>(
    await searchParams,
    witnessesUrl,
  );
  const [t, contact, format, gradeWord, found] = await Promise.all([
    translator("witnesses"),
    translator("contact"),
    formats(),
    gradeFilterWords(),
    asked(listWitnesses, {
      caseId,
      direction,
      page,
      ...filters,
    }),
  ]);
  const ageWord = (value: string) => t(`fields.ageBand.options.${value}.label`);
  const sexWord = (value: string) => t(`fields.sex.options.${value}`);
  const by = await filterViews(witnessesUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "witness"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <NewRecordButton caseId={caseId} room="witnesses" />
            <KnownPersonButton caseId={caseId} />
          </>
        }
      />
      <RecordTable
        {...await caseList(caseId, "witnesses", found.rows)}
        caption={t("title")}
        urlSpec={witnessesUrl}
        preview={showPreview}
        columns={[
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "ageBand", header: t("columns.ageBand") },
          { key: "sex", header: t("columns.sex") },
          { key: "testimoniesGiven", header: t("columns.testimoniesGiven"), kind: "number" },
          { key: "reliability", header: t("columns.reliability"), kind: "pill" },
          { key: "contact", header: contact("column"), kind: "pill" },
          { key: "createdAt", header: t("columns.createdAt"), kind: "date", isSecondary: true },
          tags.column,
        ]}
        filters={[
          by.choice("ageBand", t("columns.ageBand"), ageWord),
          by.choice("sex", t("columns.sex"), sexWord),
          by.choice("reliability", t("columns.reliability"), gradeWord),
          { ...by.choice("waiting", t("filters.waiting"), () => t("filters.forMe")), isCounted: false },
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/witnesses/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            code: <Code code={row.code} />,
            ageBand: ageWord(row.ageBand),
            sex: sexWord(row.sex),
            testimoniesGiven: format.number(row.testimoniesGiven),
            contact: <ContactPill mode={row.contact} />,
            reliability: <GradePill grade={row.reliability} />,
            createdAt: format.instantDay(row.createdAt),
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconUserShield size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}

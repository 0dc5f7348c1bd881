import { IconUserCheck } from "@tabler/icons-react";
import Link from "next/link";
import { recordPath } from "#app/(desk)/_parts/record-paths.ts";
import { RecordTable } from "#components/table/record-table.tsx";
import { parseTableUrl, type TableUrlSpec, type UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { listMyAssignments } from "#lib/assignments/queries/list-my-assignments.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { keptList } from "../../_parts/kept-list.ts";

const urlSpec: TableUrlSpec = { sorts: [], defaultSort: { key: "due", dir: "asc" } };

/** What colleagues gave the person to work on, over all their cases or in one. */
export default async function AssignedPage({
  searchParams,
}: {
  searchParams: Promise<UrlParams & { case?: unknown }>;
}) {
  const params = await searchParams;
  const { size, after, before } = parseTableUrl(params, urlSpec);
  const { data: caseId } = CaseId.safeParse(params.case);
  const [t, format, locale, found] = await Promise.all([
    translator("teamwork"),
    formats(),
    requestLocale(),
    asked(listMyAssignments, {
      ...(caseId ? { caseId } : {}),
      page: { size, ...(after ? { after } : {}), ...(before ? { before } : {}) },
    }),
  ]);
  const named = (name: string, nameAr: string | null) => (locale === "ar" && nameAr ? nameAr : name);
  const only = caseId ? found.rows[0]?.case : undefined;
  return (
    <>
      <PageHeader
        title={t("mine.title")}
        lead={
          caseId ? (
            <>
              {only ? t("mine.onlyCase", { title: isolated(named(only.title, only.titleAr)) }) : null}{" "}
              <Link href="/assigned" prefetch={false}>
                {t("mine.allCases")}
              </Link>
            </>
          ) : (
            t("mine.lead")
          )
        }
      />
      <RecordTable
        {...await keptList("assigned")}
        caption={t("mine.title")}
        urlSpec={urlSpec}
        columns={[
          { key: "record", header: t("mine.columns.record") },
          { key: "due", header: t("mine.columns.due"), kind: "date" },
          { key: "note", header: t("mine.columns.note") },
          { key: "case", header: t("mine.columns.case") },
          { key: "by", header: t("mine.columns.by") },
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `${recordPath(row.case.id, row.noun, row.recordId)}#assignment`,
          cells: {
            record: (
              <>
                {t(`noun.${row.noun}`)} <Code code={row.record?.code ?? ""} />{" "}
                <bdi>{named(row.record?.label ?? "", row.record?.labelAr ?? null)}</bdi>{" "}
                {row.record?.retracted ? <StatusPill label={t("mine.retracted")} tone="quiet" /> : null}
              </>
            ),
            due:
              row.dueOn === null ? (
                t("mine.noDue")
              ) : row.isOverdue ? (
                <StatusPill label={t("assignment.overdue", { day: format.dayShort(row.dueOn) })} tone="bad" />
              ) : (
                format.dayShort(row.dueOn)
              ),
            note: row.note === null ? "" : <span dir="auto">{row.note}</span>,
            case: <bdi>{named(row.case.title, row.case.titleAr)}</bdi>,
            by: <bdi>{row.assignedBy}</bdi>,
          },
        }))}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("mine.none.title")} icon={<IconUserCheck size={32} stroke={1.4} />}>
            {t("mine.none.text")}
          </EmptyState>
        }
      />
    </>
  );
}

import { notFound } from "next/navigation";
import { RecordTable } from "#components/table/record-table.tsx";
import type { TableUrlSpec, UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listCiting } from "#lib/corroboration/queries/list-citing.ts";
import { CitingKind } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import { citingLines } from "../../_parts/citing-lines.ts";
import { keptList } from "../../../../_parts/kept-list.ts";
import { listInput } from "../../_parts/list-input.ts";

const CITING_URL: TableUrlSpec = { sorts: [], defaultSort: { key: "created", dir: "desc" } };

interface Props {
  params: Promise<{ caseId: string; recordId: string }>;
  searchParams: Promise<UrlParams & { by?: string }>;
}

/** All records of one kind that rest on a record, a page at a time. */
export default async function CitingPage({ params, searchParams }: Props) {
  const { caseId, recordId } = await params;
  const sought = await searchParams;
  const by = CitingKind.options.find((one) => one === sought.by);
  if (by === undefined) notFound();
  const { page } = listInput(sought, CITING_URL);
  const [t, links, lineOf, found] = await Promise.all([
    translator("corroboration"),
    translator("links"),
    citingLines(caseId),
    asked(listCiting, { recordId, by, page }),
  ]);
  const [group] = found.groups;
  if (group === undefined) notFound();
  const heading = t(`citing.kind.${by}`);
  return (
    <>
      <PageHeader
        title={heading}
        code={found.record.code}
        lead={t("citing.lead")}
        breadcrumb={[{ label: found.record.code }, { label: t("citing.title") }]}
      />
      <RecordTable
        {...await keptList(`citing-${by}`)}
        caption={heading}
        urlSpec={CITING_URL}
        columns={[
          { key: "record", header: links("columns.record") },
          { key: "code", header: links("columns.code"), kind: "code" },
          { key: "detail", header: by === "finding" ? t("finding.columns.status") : links("columns.held") },
        ]}
        rows={group.rows.map((row) => {
          const { href, code, label, detail } = lineOf(by, row);
          return {
            id: row.id,
            href,
            cells: { record: <bdi>{label}</bdi>, code: <Code code={code} />, detail },
          };
        })}
        page={group}
        total={group.count}
        empty={<EmptyState title={t("citing.none")}>{t("citing.lead")}</EmptyState>}
      />
    </>
  );
}

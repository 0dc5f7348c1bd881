import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readExport } from "#lib/exports/queries/read-export.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../_parts/local-names.ts";
import { RecordName } from "../../_parts/record-name.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { Approvals } from "../_parts/approvals.tsx";
import { ExportPill } from "../_parts/export-pill.tsx";
import { ExportProgress } from "../_parts/export-progress.tsx";
import { HowToVerify } from "../_parts/how-to-verify.tsx";
import { WithheldList } from "../_parts/withheld-list.tsx";

export default async function ExportPage({
  params,
}: {
  params: Promise<{ caseId: string; exportId: string }>;
}) {
  const { caseId, exportId } = await params;
  const [t, recipients, format, named, row] = await Promise.all([
    translator("exports"),
    translator("recipients"),
    formats(),
    localNames(),
    asked(readExport, { exportId }),
  ]);
  const underway = row.status === "queued" || row.status === "building";
  const problem = row.status === "failed" ? (row.problem ?? "fault") : null;
  return (
    <>
      <PageHeader
        kind={t("one")}
        title={row.purpose}
        code={row.code}
        pills={<ExportPill value={row.status} focusable />}
        breadcrumb={[{ label: t("title"), href: `/cases/${caseId}/exports` }, { label: row.code }]}
        actions={
          row.mayFetch ? (
            <form method="post" action={`/api/exports/${exportId}`}>
              <Button type="submit" leftSection={<IconDownload size={16} aria-hidden />}>
                {t("page.download")}
              </Button>
            </form>
          ) : undefined
        }
        lead={leadOf(row, t)}
      />
      {underway ? (
        <ExportProgress exportId={exportId} status={row.status} progress={row.progress ?? 0} />
      ) : null}
      {problem === null ? null : (
        <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} title={t("page.failed")}>
          {t(`problem.${problem}`)}
        </Alert>
      )}
      <RecordColumns side={<RecordHistory recordId={exportId} />}>
        <Section id="facts" title={t("one")}>
          <Facts
            items={[
              {
                label: t("fields.recipientId.label"),
                value:
                  row.recipient === null ? (
                    t("noRecipient")
                  ) : (
                    <RecordName
                      href={`/cases/${caseId}/recipients/${row.recipient.id}`}
                      name={named(row.recipient.name, row.recipient.nameAr)}
                    />
                  ),
                note:
                  row.releasePurpose === null
                    ? null
                    : recipients("standing.for", { purpose: recipients(`purpose.${row.releasePurpose}`) }),
              },
              { label: t("columns.requestedBy"), value: <bdi>{row.requestedBy}</bdi> },
              { label: t("columns.created"), value: format.instant(row.createdAt) },
              { label: t("fields.language.label"), value: t(`fields.language.options.${row.language}`) },
              {
                label: t("page.finished"),
                value: row.finishedAt === null ? null : format.instant(row.finishedAt),
              },
              {
                label: t("columns.expires"),
                value: row.expiresAt === null ? null : format.instant(row.expiresAt),
              },
              { label: t("columns.downloads"), value: format.number(row.downloads) },
              {
                label: t("page.included"),
                value: row.includedCount === null ? null : format.number(row.includedCount),
              },
              { label: t("page.size"), value: row.sizeBytes === null ? null : format.bytes(row.sizeBytes) },
              {
                label: t("page.hash"),
                value: row.sha256 === null ? null : <Code code={row.sha256} copy />,
                note: row.sha256 === null ? null : t("page.hashNote"),
                wide: true,
              },
            ]}
          />
        </Section>
        {row.status === "ready" && row.sha256 !== null ? <Approvals row={row} sha256={row.sha256} /> : null}
        {row.withheld === null ? null : (
          <Section
            id="withheld"
            title={t("page.withheld", { count: format.number(row.withheld.length) })}
            lead={t("page.withheldLead")}
          >
            {row.withheld.length === 0 ? (
              <p>{t("preview.nothingOut")}</p>
            ) : (
              <WithheldList items={row.withheld} />
            )}
          </Section>
        )}
        {row.sha256 === null ? null : <HowToVerify code={row.code} sha256={row.sha256} />}
      </RecordColumns>
    </>
  );
}

/** What whoever looks at it may do with a finished export. */
function leadOf(
  { status, mayFetch, approvals }: Awaited<ReturnType<typeof readExport.run>>,
  t: Awaited<ReturnType<typeof translator>>,
): string | undefined {
  if (status !== "ready") return undefined;
  if (mayFetch) return t("page.downloadNote");
  return t(approvals.length < 2 ? "page.notApproved" : "page.mayNot");
}

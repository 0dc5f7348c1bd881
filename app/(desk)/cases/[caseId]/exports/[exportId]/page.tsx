import { createHash } from "node:crypto";
import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import Link from "next/link";
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
import { ContentsPill, ExportPill } from "../_parts/export-pill.tsx";
import { ExportProgress } from "../_parts/export-progress.tsx";
import { FetchKey } from "../_parts/fetch-key.tsx";
import { HowToVerify } from "../_parts/how-to-verify.tsx";
import { KeyToCodes, NamedInKey } from "../_parts/key-to-codes.tsx";
import { WithheldList } from "../_parts/withheld-list.tsx";

/** Characters of a key that two people can read to each other; a hybrid one is as long as a page. */
const PLAIN_KEY = 100;
const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

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
  const isKey = row.contents === "pseudonyms";
  const underway = row.status === "queued" || row.status === "building";
  const problem = row.status === "failed" ? (row.problem ?? "fault") : null;
  return (
    <>
      <PageHeader
        kind={t("one")}
        title={row.purpose}
        code={row.code}
        pills={
          <>
            <ContentsPill value={row.contents} focusable />
            <ExportPill value={row.status} focusable />
          </>
        }
        breadcrumb={[{ label: t("title"), href: `/cases/${caseId}/exports` }, { label: row.code }]}
        actions={
          !row.mayFetch ? undefined : isKey ? (
            <FetchKey exportId={exportId} fileName={`${row.code}.zip.age`} />
          ) : (
            <form method="post" action={`/api/exports/${exportId}`}>
              <Button type="submit" leftSection={<IconDownload size={16} aria-hidden />}>
                {t("page.download")}
              </Button>
            </form>
          )
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
              ...(row.of === null || row.recipientKey === null
                ? []
                : [
                    { label: t("key.of"), value: <ExportCode caseId={caseId} {...row.of} /> },
                    {
                      label: t("key.recipientKey"),
                      value: <Code code={row.recipientKey} copy />,
                      note: t("key.recipientKeyNote"),
                      wide: true,
                    },
                    ...(row.recipientKey.length <= PLAIN_KEY
                      ? []
                      : [
                          {
                            label: t("key.fingerprint"),
                            value: <Code code={sha256Of(row.recipientKey)} copy />,
                            note: t("key.fingerprintNote"),
                            wide: true,
                          },
                        ]),
                    {
                      label: t("key.people"),
                      value: row.named === null ? null : format.number(row.named.length),
                    },
                  ]),
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
        {row.named === null ? null : <NamedInKey codes={row.named} />}
        {!isKey && row.status === "ready" ? <KeyToCodes row={row} /> : null}
        {row.withheld === null ? null : (
          <Section
            id="withheld"
            title={
              isKey
                ? `${t("key.unnamed")} (${format.number(row.withheld.length)})`
                : t("page.withheld", { count: format.number(row.withheld.length) })
            }
            lead={t(isKey ? "key.unnamedLead" : "page.withheldLead")}
          >
            {row.withheld.length === 0 ? (
              <p>{t("preview.nothingOut")}</p>
            ) : (
              <WithheldList items={row.withheld} />
            )}
          </Section>
        )}
        {row.sha256 === null ? null : <HowToVerify code={row.code} sha256={row.sha256} isKey={isKey} />}
      </RecordColumns>
    </>
  );
}

function ExportCode({ caseId, id, code }: { caseId: string; id: string; code: string }) {
  return (
    <Link href={`/cases/${caseId}/exports/${id}`} prefetch={false}>
      <Code code={code} />
    </Link>
  );
}

/** What whoever looks at it may do with a finished export. */
function leadOf(
  { status, contents, mayFetch, approvals }: Awaited<ReturnType<typeof readExport.run>>,
  t: Awaited<ReturnType<typeof translator>>,
): string | undefined {
  if (status !== "ready") return undefined;
  if (mayFetch) return t(contents === "records" ? "page.downloadNote" : "key.held");
  return t(approvals.length < 2 ? "page.notApproved" : "page.mayNot");
}

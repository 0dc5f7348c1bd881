import { RecordForm } from "#components/form/record-form.tsx";
import { RISK_EVENT_SECTIONS } from "#components/risk/risk-sections.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readRisk } from "#lib/risk/queries/read-risk.ts";

export default async function ReportRiskPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  await requireWriter(caseId, "risk.write");
  const [t, witnesses, { witness }] = await Promise.all([
    translator("risk"),
    translator("witnesses"),
    asked(readRisk, { witnessId }),
  ]);
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("report")}
        lead={t("reportLead")}
        code={witness.code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: witness.code, href: person },
          { label: t("title"), href: `${person}/risk` },
          { label: t("report") },
        ]}
      />
      <RecordForm
        command="risk.report"
        namespace="risk"
        sections={RISK_EVENT_SECTIONS}
        caseId={caseId}
        fixed={{ witnessId }}
        draftKey={`risk.report.${witnessId}`}
        next={`${person}/risk`}
        cancelHref={`${person}/risk`}
      />
    </>
  );
}

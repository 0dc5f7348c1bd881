import { RecordForm } from "#components/form/record-form.tsx";
import { riskSections } from "#components/risk/risk-sections.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readRisk } from "#lib/risk/queries/read-risk.ts";

export default async function AssessRiskPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  await requireWriter(caseId, "risk.write");
  const [t, witnesses, { witness, seen, newest }] = await Promise.all([
    translator("risk"),
    translator("witnesses"),
    asked(readRisk, { witnessId }),
  ]);
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("assess")}
        lead={t("assessLead")}
        code={witness.code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: witness.code, href: person },
          { label: t("title"), href: `${person}/risk` },
          { label: t("assess") },
        ]}
      />
      <RecordForm
        command="risk.assess"
        namespace="risk"
        sections={await riskSections()}
        caseId={caseId}
        fixed={{ witnessId, seen }}
        record={newest === null ? {} : { ...newest, validOn: null, note: null }}
        draftKey={`risk.assess.${witnessId}`}
        next={`${person}/risk`}
        cancelHref={`${person}/risk`}
      />
    </>
  );
}

import { consentSections } from "#components/consent/consent-sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { readConsent } from "#lib/consent/queries/read-consent.ts";
import { translator } from "#lib/i18n/server.ts";

export default async function RecordConsentPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  await requireWriter(caseId, "consent.write");
  const [t, witnesses, { witness, seen }] = await Promise.all([
    translator("consent"),
    translator("witnesses"),
    asked(readConsent, { witnessId }),
  ]);
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("record")}
        lead={t("recordLead")}
        code={witness.code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: witness.code, href: person },
          { label: t("title"), href: `${person}/consent` },
          { label: t("record") },
        ]}
      />
      <RecordForm
        command="consent.record"
        namespace="consent"
        sections={await consentSections(witness.isChild || !witness.isAgeKnown)}
        caseId={caseId}
        fixed={{ witnessId, seen }}
        draftKey={`consent.record.${witnessId}`}
        next={`${person}/consent`}
        cancelHref={`${person}/consent`}
      />
    </>
  );
}

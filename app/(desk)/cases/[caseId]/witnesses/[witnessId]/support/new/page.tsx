import { referralSections } from "#components/referrals/referral-sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";

export default async function RecordReferralPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  await requireWriter(caseId, "referral.write");
  const [t, witnesses, { code }] = await Promise.all([
    translator("referrals"),
    translator("witnesses"),
    asked(readWitness, { witnessId }),
  ]);
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("record")}
        lead={t("recordLead")}
        code={code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: code, href: person },
          { label: t("title"), href: `${person}/support` },
          { label: t("record") },
        ]}
      />
      <RecordForm
        command="referral.record"
        namespace="referrals"
        sections={referralSections}
        caseId={caseId}
        fixed={{ witnessId }}
        draftKey={`referral.record.${witnessId}`}
        next={`${person}/support`}
        cancelHref={`${person}/support`}
      />
    </>
  );
}

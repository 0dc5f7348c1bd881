import { planSections } from "#components/contact/plan-sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { readContact } from "#lib/contact/queries/read-contact.ts";
import { translator } from "#lib/i18n/server.ts";

/** The form has no draft: what is typed is kept nowhere before it is sealed. */
export default async function RecordPlanPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  await requireWriter(caseId, "consent.write");
  const [t, witnesses, { witness, plan }] = await Promise.all([
    translator("contact"),
    translator("witnesses"),
    asked(readContact, { witnessId }),
  ]);
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("plan.record")}
        lead={t("plan.recordLead")}
        code={witness.code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: witness.code, href: person },
          { label: t("title"), href: `${person}/contact` },
          { label: t("plan.record") },
        ]}
      />
      <RecordForm
        command="contact.plan"
        namespace="contact"
        under="plan"
        sections={planSections}
        caseId={caseId}
        fixed={{ witnessId, seen: plan?.number ?? 0 }}
        next={`${person}/contact`}
        cancelHref={`${person}/contact`}
      />
    </>
  );
}

import { contactSections } from "#components/contact/contact-sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { readContact } from "#lib/contact/queries/read-contact.ts";
import { translator } from "#lib/i18n/server.ts";

export default async function SetContactPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  await requireWriter(caseId, "consent.write");
  const [t, witnesses, { witness, seen, may }] = await Promise.all([
    translator("contact"),
    translator("witnesses"),
    asked(readContact, { witnessId }),
  ]);
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("set")}
        lead={t(may.permit ? "setLead" : "setLeadNarrower")}
        code={witness.code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: witness.code, href: person },
          { label: t("title"), href: `${person}/contact` },
          { label: t("set") },
        ]}
      />
      <RecordForm
        command="contact.set"
        namespace="contact"
        sections={contactSections}
        caseId={caseId}
        fixed={{ witnessId, seen }}
        draftKey={`contact.set.${witnessId}`}
        next={`${person}/contact`}
        cancelHref={`${person}/contact`}
      />
    </>
  );
}

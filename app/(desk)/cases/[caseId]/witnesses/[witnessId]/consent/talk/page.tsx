import { talkSections } from "#components/contact/talk-sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";

export default async function RecordTalkPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  await requireWriter(caseId, "consent.write");
  const [t, consent, witnesses, { code }] = await Promise.all([
    translator("contact"),
    translator("consent"),
    translator("witnesses"),
    asked(readWitness, { witnessId }),
  ]);
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("talks.record")}
        lead={t("talks.recordLead")}
        code={code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: code, href: person },
          { label: consent("title"), href: `${person}/consent` },
          { label: t("talks.record") },
        ]}
      />
      <RecordForm
        command="talk.record"
        namespace="contact"
        sections={talkSections}
        caseId={caseId}
        fixed={{ witnessId }}
        draftKey={`talk.record.${witnessId}`}
        next={`${person}/consent`}
        cancelHref={`${person}/consent`}
      />
    </>
  );
}

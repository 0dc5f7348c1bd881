import { allegationSections } from "#components/corroboration/sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ incident?: string }>;
}

export default async function NewAllegationPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { incident: incidentId } = await searchParams;
  await requireWriter(caseId, "allegation.write");
  const [t, incident] = await Promise.all([
    translator("corroboration"),
    typeof incidentId === "string" ? asked(readIncident, { incidentId }) : null,
  ]);
  const list = `/cases/${caseId}/allegations`;
  return (
    <>
      <PageHeader
        title={t("allegation.new")}
        breadcrumb={[{ label: t("allegation.title"), href: list }, { label: t("allegation.new") }]}
      />
      <RecordForm
        command="allegation.record"
        namespace="corroboration"
        under="allegation"
        sections={allegationSections}
        caseId={caseId}
        fixed={{ caseId }}
        record={
          incident === null
            ? {}
            : { incidentId: { id: incident.id, code: incident.code, label: incident.title } }
        }
        draftKey={`allegation.record.${incident?.id ?? caseId}`}
        next={`${list}/{id}`}
        cancelHref={incident === null ? list : `/cases/${caseId}/incidents/${incident.id}`}
      />
    </>
  );
}

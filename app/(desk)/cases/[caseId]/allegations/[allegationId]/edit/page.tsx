import { notFound } from "next/navigation";
import { allegationSections } from "#components/corroboration/sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { readAllegation } from "#lib/corroboration/queries/read-allegation.ts";
import { translator } from "#lib/i18n/server.ts";

interface Props {
  params: Promise<{ caseId: string; allegationId: string }>;
}

export default async function AmendAllegationPage({ params }: Props) {
  const { caseId, allegationId } = await params;
  const [t, answer] = await Promise.all([
    translator("corroboration"),
    asked(readAllegation, { allegationId }),
  ]);
  if (!answer.may.write) notFound();
  const { allegation, incident, actor, victim, place } = answer;
  const list = `/cases/${caseId}/allegations`;
  const home = `${list}/${allegationId}`;
  const reference = (one: { id: string; code: string } | null, label: string | undefined) =>
    one && { id: one.id, code: one.code, label: label ?? one.code };
  return (
    <>
      <PageHeader
        title={t("allegation.amend")}
        code={allegation.code}
        breadcrumb={[
          { label: t("allegation.title"), href: list },
          { label: allegation.code, href: home },
          { label: t("allegation.amend") },
        ]}
      />
      <RecordForm
        command="allegation.amend"
        namespace="corroboration"
        under="allegation"
        sections={allegationSections}
        caseId={caseId}
        fixed={{ allegationId }}
        record={{
          ...allegation,
          incidentId: reference(incident, incident.title),
          actorId: reference(actor, actor?.name),
          victimId: reference(victim, victim?.label),
          placeId: reference(place, place?.name),
        }}
        version={allegation.version}
        draftKey={`allegation.amend.${allegationId}`}
        next={home}
        cancelHref={home}
      />
    </>
  );
}

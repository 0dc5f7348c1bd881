import { RecordForm } from "#components/form/record-form.tsx";
import { placeSections } from "#components/places/place-sections.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";

export default async function NewPlacePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  await requireWriter(caseId, "place.write");
  const t = await translator("places");
  const list = `/cases/${caseId}/places`;
  return (
    <>
      <PageHeader title={t("new")} breadcrumb={[{ label: t("title"), href: list }, { label: t("new") }]} />
      <RecordForm
        command="place.record"
        namespace="places"
        sections={placeSections}
        caseId={caseId}
        fixed={{ caseId }}
        draftKey={`place.record.${caseId}`}
        next={`${list}/{id}`}
        cancelHref={list}
      />
    </>
  );
}

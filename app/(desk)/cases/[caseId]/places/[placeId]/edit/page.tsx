import { notFound } from "next/navigation";
import { RecordForm } from "#components/form/record-form.tsx";
import { placeSections } from "#components/places/place-sections.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readPlace } from "#lib/places/queries/read-place.ts";

export default async function AmendPlacePage({
  params,
}: {
  params: Promise<{ caseId: string; placeId: string }>;
}) {
  const { caseId, placeId } = await params;
  const [t, place] = await Promise.all([translator("places"), asked(readPlace, { placeId })]);
  if (!place.may.write) notFound();
  const home = `/cases/${caseId}/places/${placeId}`;
  return (
    <>
      <PageHeader
        title={t("amend")}
        breadcrumb={[
          { label: t("title"), href: `/cases/${caseId}/places` },
          { label: place.name, href: home },
          { label: t("amend") },
        ]}
      />
      <RecordForm
        command="place.amend"
        namespace="places"
        sections={placeSections}
        caseId={caseId}
        fixed={{ placeId }}
        record={{ ...place, parentId: place.parent, possibleDuplicateOfId: place.duplicate }}
        version={place.version}
        draftKey={`place.amend.${placeId}`}
        next={home}
        cancelHref={home}
      />
    </>
  );
}

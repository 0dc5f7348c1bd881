import { notFound } from "next/navigation";
import { TestimonyForm } from "#components/testimonies/testimony-form.tsx";
import { testimonySections } from "#components/testimonies/testimony-sections.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";

interface Props {
  params: Promise<{ caseId: string; testimonyId: string }>;
}

export default async function EditTestimonyPage({ params }: Props) {
  const { caseId, testimonyId } = await params;
  const [t, answer] = await Promise.all([translator("testimonies"), asked(readTestimony, { testimonyId })]);
  const { testimony, version } = answer;
  if (!answer.may.save) notFound();
  const home = `/cases/${caseId}/testimonies/${testimonyId}`;
  return (
    <>
      <PageHeader
        title={t("edit", { number: version.number })}
        code={testimony.code}
        breadcrumb={[
          { label: t("title"), href: `/cases/${caseId}/testimonies` },
          { label: testimony.code, href: home },
          { label: t("editShort") },
        ]}
      />
      <TestimonyForm
        kind={testimony.kind}
        command="testimony.save"
        namespace="testimonies"
        sections={testimonySections(testimony, answer.may.takeFull)}
        caseId={caseId}
        fixed={
          testimony.kind === "published_account"
            ? { testimonyId, witnessId: null }
            : { testimonyId, sourceId: null, publisherIds: [] }
        }
        record={answer.entered}
        version={testimony.version}
        draftKey={`testimony.save.${testimonyId}`}
        next={home}
        cancelHref={home}
      />
    </>
  );
}

import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { victimListSections } from "#components/victim-lists/list-sections.ts";
import { requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";

/** The page on which a published list is recorded; its rows come on its own page. */
export default async function NewVictimListPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  await requireWriter(caseId, "victimList.write");
  const t = await translator("rolls");
  const home = `/cases/${caseId}/victim-lists`;
  return (
    <>
      <PageHeader title={t("new")} breadcrumb={[{ label: t("title"), href: home }, { label: t("new") }]} />
      <RecordForm
        command="victimList.record"
        namespace="rolls"
        sections={victimListSections}
        caseId={caseId}
        fixed={{ caseId }}
        draftKey={`victimList.record.${caseId}`}
        next={`${home}/{id}`}
        cancelHref={home}
      />
    </>
  );
}

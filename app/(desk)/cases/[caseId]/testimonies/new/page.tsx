import { TestimonyForm } from "#components/testimonies/testimony-form.tsx";
import { testimonySections } from "#components/testimonies/testimony-sections.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireWriter } from "#lib/api/asked.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";

export default async function NewTestimonyPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const rights = await requireWriter(caseId, "testimony.write");
  const [t, locale] = await Promise.all([translator("testimonies"), requestLocale()]);
  const list = `/cases/${caseId}/testimonies`;
  return (
    <>
      <PageHeader
        title={t("new")}
        lead={t("newLead")}
        breadcrumb={[{ label: t("title"), href: list }, { label: t("new") }]}
      />
      <TestimonyForm
        command="testimony.record"
        namespace="testimonies"
        sections={testimonySections(null, rights.includes("testimony.takeFull"), locale)}
        caseId={caseId}
        fixed={{ caseId }}
        record={{
          kind: "interview",
          form: "first_account",
          textBasis: "verbatim",
          originalLanguage: locale,
          incidentRole: "describes",
          suspectBasis: "stated_in_account",
        }}
        draftKey={`testimony.record.${caseId}`}
        next={`${list}/{id}`}
        nextIfClosed={list}
        cancelHref={list}
      />
    </>
  );
}

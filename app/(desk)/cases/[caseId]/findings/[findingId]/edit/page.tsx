import { notFound } from "next/navigation";
import { findingSections } from "#components/corroboration/sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { translator } from "#lib/i18n/server.ts";

interface Props {
  params: Promise<{ caseId: string; findingId: string }>;
}

export default async function AmendFindingPage({ params }: Props) {
  const { caseId, findingId } = await params;
  const [t, codebook, answer] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    asked(readFinding, { findingId }),
  ]);
  const { finding, allegation, may } = answer;
  if (!may.amend.allowed) notFound();
  const list = `/cases/${caseId}/findings`;
  const home = `${list}/${findingId}`;
  return (
    <>
      <PageHeader
        title={t("finding.newTitle", { facet: codebook(`facet.${finding.facet}.label`) })}
        code={finding.code}
        lead={
          <>
            {t("allegation.sentence")} <bdi>{allegation.wording}</bdi>
          </>
        }
        breadcrumb={[
          { label: t("finding.title"), href: list },
          { label: finding.code, href: home },
          { label: t("finding.amend") },
        ]}
      />
      <RecordForm
        command="finding.amend"
        namespace="corroboration"
        under="finding"
        sections={findingSections(t)}
        caseId={caseId}
        fixed={{ findingId }}
        record={{ ...finding }}
        version={finding.version}
        draftKey={`finding.amend.${findingId}`}
        next={home}
        cancelHref={home}
      />
    </>
  );
}

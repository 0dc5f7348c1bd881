import { notFound } from "next/navigation";
import { evidenceNames } from "#components/corroboration/evidence-names.ts";
import { CeilingWhy } from "#components/corroboration/ceiling-why.tsx";
import classes from "#components/corroboration/corroboration.module.css";
import { Level } from "#components/corroboration/level.tsx";
import { findingSections } from "#components/corroboration/sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readAllegation } from "#lib/corroboration/queries/read-allegation.ts";
import { translator } from "#lib/i18n/server.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ allegation?: string; facet?: string }>;
}

export default async function NewFindingPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { allegation: allegationId, facet } = await searchParams;
  if (typeof allegationId !== "string") notFound();
  const [t, codebook, answer] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    asked(readAllegation, { allegationId }),
  ]);
  const chosen = answer.facets.find((one) => one.facet === facet);
  if (!chosen?.may.draft.allowed) notFound();
  const { ceiling, links } = chosen;
  const home = `/cases/${caseId}/allegations/${allegationId}`;
  const title = t("finding.newTitle", { facet: codebook(`facet.${chosen.facet}.label`) });
  return (
    <>
      <PageHeader
        title={title}
        lead={
          <>
            {t("allegation.sentence")} <bdi>{answer.allegation.wording}</bdi>
          </>
        }
        breadcrumb={[
          { label: t("allegation.title"), href: `/cases/${caseId}/allegations` },
          { label: answer.allegation.code, href: `${home}#${chosen.facet}` },
          { label: t("finding.new") },
        ]}
      />
      <div className={classes.review}>
        <RecordForm
          command="finding.draft"
          namespace="corroboration"
          under="finding"
          sections={findingSections(t)}
          caseId={caseId}
          fixed={{ allegationId, facet: chosen.facet }}
          record={{ contrarySearch: "not_asked", standard: "none" }}
          draftKey={`finding.draft.${allegationId}.${chosen.facet}`}
          next={`/cases/${caseId}/findings/{id}`}
          cancelHref={home}
        />
        <aside className={classes.panel} aria-labelledby="ceiling-title">
          <Section id="ceiling" title={t("facetBlock.allows")}>
            <p className={classes.plain}>
              <Level value={ceiling.level} />
            </p>
            <div className={classes.part}>
              <h3>{t("facetBlock.why")}</h3>
              <CeilingWhy
                reasons={ceiling.reasons}
                origins={ceiling.origins}
                names={await evidenceNames(links)}
              />
            </div>
          </Section>
        </aside>
      </div>
    </>
  );
}

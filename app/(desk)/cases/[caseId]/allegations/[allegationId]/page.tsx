import { LinksLeftOut } from "#components/corroboration/links-left-out.tsx";
import { CommandButton } from "#components/form/command-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { readAllegation } from "#lib/corroboration/queries/read-allegation.ts";
import { translator } from "#lib/i18n/server.ts";
import { CompartmentPills } from "../../_parts/compartment-pills.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RetractedNote } from "../../_parts/retracted-note.tsx";
import { AllegationContradictions } from "./_parts/allegation-contradictions.tsx";
import { AllegationFacts } from "./_parts/allegation-facts.tsx";
import { AllegationTies } from "./_parts/allegation-ties.tsx";
import { FacetContents } from "./_parts/facet-contents.tsx";
import { EmptyFacets, FacetSection, isEmptyFacet } from "./_parts/facet-section.tsx";

interface Props {
  params: Promise<{ caseId: string; allegationId: string }>;
}

export default async function AllegationPage({ params }: Props) {
  const { caseId, allegationId } = await params;
  const [t, codebook, common, answer] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    translator("common"),
    asked(readAllegation, { allegationId }),
  ]);
  const { allegation, facets, may } = answer;
  const list = `/cases/${caseId}/allegations`;
  return (
    <>
      <PageHeader
        kind={`${t("allegation.one")} · ${codebook(`violation.${allegation.violation}.label`)}`}
        title={allegation.wording}
        code={allegation.code}
        breadcrumb={[{ label: t("allegation.title"), href: list }, { label: allegation.code }]}
        pills={
          <>
            <StatusPill label={common("alleged")} tone="neutral" />
            <CompartmentPills recordId={allegationId} />
          </>
        }
        actions={
          may.write ? (
            <>
              <LinkButton href={`${list}/${allegationId}/edit`} variant="default">
                {t("allegation.amend")}
              </LinkButton>
              <CommandButton
                label={t("allegation.retract.action")}
                command="allegation.retract"
                input={{ allegationId, version: allegation.version }}
                reason={{
                  title: t("allegation.retract.action"),
                  explanation: t("allegation.retract.text"),
                  confirmLabel: t("allegation.retract.action"),
                }}
                tone="danger"
                weight="quiet"
              />
            </>
          ) : undefined
        }
      />
      <RetractedNote row={allegation} text={t("allegation.retracted")} />
      <RecordColumns
        side={
          <>
            <FacetContents facets={facets} />
            <RecordTeamwork recordId={allegationId} />
            <RecordHistory recordId={allegationId} />
          </>
        }
      >
        <AllegationFacts caseId={caseId} answer={answer} />
        <LinksLeftOut {...answer.links} />
        {facets
          .filter((facet) => !isEmptyFacet(facet))
          .map((facet) => (
            <FacetSection key={facet.facet} caseId={caseId} allegationId={allegationId} facet={facet} />
          ))}
        <EmptyFacets facets={facets.filter(isEmptyFacet)} />
        <AllegationTies caseId={caseId} answer={answer} />
        <AllegationContradictions caseId={caseId} answer={answer} />
      </RecordColumns>
    </>
  );
}

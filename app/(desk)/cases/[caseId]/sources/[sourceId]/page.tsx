import Link from "next/link";
import { GradePill } from "#components/sources/grade-pill.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readSource } from "#lib/sources/queries/read-source.ts";
import { AccountsGiven } from "../../_parts/accounts-given.tsx";
import { Grades } from "../../_parts/grades.tsx";
import { localNames } from "../../_parts/local-names.ts";
import { RecordHead } from "../../_parts/record-head.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { SourceTies } from "../../_parts/source-ties.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { FiguresGiven } from "./_parts/figures-given.tsx";

export default async function SourcePage({
  params,
}: {
  params: Promise<{ caseId: string; sourceId: string }>;
}) {
  const { caseId, sourceId } = await params;
  const [t, codebook, common, named, source] = await Promise.all([
    translator("sources"),
    translator("codebook"),
    translator("common"),
    localNames(),
    asked(readSource, { sourceId }),
  ]);
  return (
    <>
      <RecordHead
        caseId={caseId}
        room="sources"
        title={named(source.name, source.nameAr)}
        row={source}
        pills={<GradePill grade={source.grades[0]?.reliability ?? null} focusable />}
      />
      <RecordColumns
        side={
          <>
            <Grades graded={{ sourceId, witnessId: null }} grades={source.grades} may={source.may.grade} />
            <RecordTeamwork recordId={sourceId} />
            <RecordHistory recordId={sourceId} />
          </>
        }
      >
        <Section id="facts" title={t("one")}>
          <Facts
            items={[
              { label: t("fields.name.label"), value: <bdi>{source.name}</bdi>, isUnprinted: true },
              {
                label: t("fields.nameAr.label"),
                value: source.nameAr && <bdi lang="ar">{source.nameAr}</bdi>,
                isUnprinted: true,
              },
              {
                label: t("fields.kind.label"),
                value: codebook(`sourceKind.${source.kind}.label`),
                note: codebook(`sourceKind.${source.kind}.definition`),
              },
              {
                label: t("fields.standpoint.label"),
                value: source.standpoint && <span dir="auto">{source.standpoint}</span>,
                wide: true,
              },
              {
                label: t("fields.partyId.label"),
                value: source.party && (
                  <Link href={`/cases/${caseId}/actors/${source.party.id}`} prefetch={false}>
                    <bdi>{named(source.party.name, source.party.nameAr)}</bdi>
                  </Link>
                ),
              },
              {
                label: t("fields.organisationId.label"),
                value: source.organisation && (
                  <Link href={`/cases/${caseId}/sources/${source.organisation.id}`} prefetch={false}>
                    <bdi>{named(source.organisation.name, source.organisation.nameAr)}</bdi>
                  </Link>
                ),
              },
              ...(source.isUnattributed
                ? [{ label: t("fields.isUnattributed.label"), value: common("yes") }]
                : []),
              {
                label: t("fields.note.label"),
                value: source.note && <span dir="auto">{source.note}</span>,
                isUnprinted: true,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <SourceTies caseId={caseId} of={{ witnessId: null, sourceId }} />
        <AccountsGiven caseId={caseId} by={{ sourceId }} />
        <FiguresGiven caseId={caseId} sourceId={sourceId} />
        <RecordLinks caseId={caseId} recordId={sourceId} />
      </RecordColumns>
    </>
  );
}

import { Facts } from "#components/ui/facts.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readVictim } from "#lib/victims/queries/read-victim.ts";
import { localNames } from "../../_parts/local-names.ts";
import { IdentityLink } from "../../_parts/identity/identity-link.tsx";
import { Prose } from "../../_parts/prose.tsx";
import { RecordHead } from "../../_parts/record-head.tsx";
import { RecordCiting } from "../../_parts/record-citing.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RecordName } from "../../_parts/record-name.tsx";

export default async function VictimPage({
  params,
}: {
  params: Promise<{ caseId: string; victimId: string }>;
}) {
  const { caseId, victimId } = await params;
  const [t, named, victim] = await Promise.all([
    translator("victims"),
    localNames(),
    asked(readVictim, { victimId }),
  ]);
  const { incident, source } = victim;
  return (
    <>
      <RecordHead caseId={caseId} room="victims" title={victim.label} row={victim} />
      <RecordColumns
        side={
          <>
            <RecordTeamwork recordId={victimId} />
            <RecordHistory recordId={victimId} />
          </>
        }
      >
        <Section id="facts" title={t("sections.victim.title")}>
          <Facts
            items={[
              {
                label: t("fields.label.label"),
                value: <span dir="auto">{victim.label}</span>,
                isUnprinted: true,
                wide: true,
              },
              {
                label: t("fields.kind.label"),
                value: t(`fields.kind.options.${victim.kind}.label`),
                note: t(`fields.kind.options.${victim.kind}.definition`),
              },
              {
                label: t("fields.ageBand.label"),
                value: t(`fields.ageBand.options.${victim.ageBand}.label`),
                note: t(`fields.ageBand.options.${victim.ageBand}.definition`),
              },
              { label: t("fields.sex.label"), value: t(`fields.sex.options.${victim.sex}`) },
            ]}
          />
        </Section>
        <Section id="reported" title={t("sections.reported.title")} lead={t("sections.reported.lead")}>
          <Facts
            items={[
              {
                label: t("fields.outcome.label"),
                value: victim.outcome && t(`fields.outcome.options.${victim.outcome}`),
              },
              {
                label: t("fields.sourceId.label"),
                value: source && (
                  <RecordName
                    href={`/cases/${caseId}/sources/${source.id}`}
                    name={named(source.name, source.nameAr)}
                  />
                ),
              },
              {
                label: t("fields.incidentId.label"),
                value: incident && (
                  <RecordName
                    href={`/cases/${caseId}/incidents/${incident.id}`}
                    name={named(incident.title, incident.titleAr)}
                  />
                ),
                wide: true,
              },
              {
                label: t("fields.note.label"),
                value: victim.note && <Prose text={victim.note} />,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <RecordCiting caseId={caseId} recordId={victimId} />
        <IdentityLink caseId={caseId} room="victims" personId={victimId} />
      </RecordColumns>
    </>
  );
}

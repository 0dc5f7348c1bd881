import { Alert } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { INCIDENT_KINDS, takesFindings } from "#lib/codebook/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { describer } from "../../_parts/describe.ts";
import { localNames } from "../../_parts/local-names.ts";
import { Prose } from "../../_parts/prose.tsx";
import { RecordHead } from "../../_parts/record-head.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { RecordList } from "../../_parts/record-list.tsx";
import { IncidentAllegations } from "./_parts/incident-allegations.tsx";
import { IncidentFacts } from "./_parts/incident-facts.tsx";
import { IncidentFigures } from "./_parts/incident-figures.tsx";
import { IncidentMatrix } from "./_parts/incident-matrix.tsx";
import { IncidentVictims } from "./_parts/incident-victims.tsx";
import { IncidentViolations } from "./_parts/incident-violations.tsx";

export default async function IncidentPage({
  params,
}: {
  params: Promise<{ caseId: string; incidentId: string }>;
}) {
  const { caseId, incidentId } = await params;
  const [t, codebook, named, describe, incident] = await Promise.all([
    translator("incidents"),
    translator("codebook"),
    localNames(),
    describer(),
    asked(readIncident, { incidentId }),
  ]);
  const { parts } = incident;
  const kind = INCIDENT_KINDS.find((one) => one === incident.recordKind);
  return (
    <>
      <RecordHead
        caseId={caseId}
        room="incidents"
        kind={codebook(`incidentKind.${incident.recordKind}.label`)}
        title={named(incident.title, incident.titleAr)}
        row={incident}
      />
      {kind === undefined || takesFindings(kind) ? null : (
        <Alert variant="light" color="gray" icon={<IconInfoCircle size={18} aria-hidden />} mb="md">
          {t("noFindings")}
        </Alert>
      )}
      <RecordColumns
        side={
          <>
            <IncidentFacts caseId={caseId} incident={incident} />
            <RecordTeamwork recordId={incidentId} />
            <RecordHistory recordId={incidentId} />
          </>
        }
      >
        <Section id="summary" title={t("fields.summary.label")} lead={t("sections.reported.lead")}>
          <Prose text={incident.summary} />
        </Section>
        <IncidentViolations violations={incident.violations} />
        <IncidentAllegations caseId={caseId} incidentId={incidentId} />
        <IncidentMatrix caseId={caseId} incidentId={incidentId} />
        <IncidentFigures caseId={caseId} incidentId={incidentId} />
        <Section id="parts" title={t("parts.title")}>
          <RecordList
            none={t("parts.none")}
            items={parts.map((part) => ({
              id: part.id,
              href: `/cases/${caseId}/incidents/${part.id}`,
              code: part.code,
              label: named(part.title, part.titleAr),
              detail: part.occurredEdtf === null ? part.occurredWording : describe(part.occurredEdtf),
            }))}
          />
        </Section>
        <IncidentVictims caseId={caseId} incidentId={incidentId} />
        <RecordLinks caseId={caseId} recordId={incidentId} />
      </RecordColumns>
    </>
  );
}

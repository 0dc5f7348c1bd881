import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { Prose } from "../../../_parts/prose.tsx";
import { RecordName } from "../../../_parts/record-name.tsx";

interface Props {
  caseId: string;
  incident: {
    readonly title: string;
    readonly titleAr: string | null;
    readonly recordKind: string;
    readonly occurredEdtf: string | null;
    readonly occurredWording: string | null;
    readonly localTime: string | null;
    readonly dateNote: string | null;
    readonly victimGroup: string | null;
    readonly attributedSide: string | null;
    readonly note: string | null;
    readonly parent: {
      readonly id: string;
      readonly title: string;
      readonly titleAr: string | null;
      readonly retracted: boolean;
    } | null;
  };
}

/** When an incident is said to have happened, to whom and by which side, and what it is part of. */
export async function IncidentFacts({ caseId, incident }: Props) {
  const [t, codebook, named, describe] = await Promise.all([
    translator("incidents"),
    translator("codebook"),
    localNames(),
    describer(),
  ]);
  const { parent, victimGroup, attributedSide, occurredEdtf, occurredWording } = incident;
  const noted = (list: string, value: string) => ({
    value: codebook(`${list}.${value}.label`),
    note: codebook(`${list}.${value}.definition`),
  });
  return (
    <Section id="facts" title={t("sections.incident.title")}>
      <Facts
        items={[
          {
            label: t("fields.occurred.label"),
            value: occurredEdtf === null ? t("undated") : describe(occurredEdtf),
            note: occurredWording && <span dir="auto">{occurredWording}</span>,
          },
          {
            label: t("fields.localTime.label"),
            value: incident.localTime && <span dir="auto">{incident.localTime}</span>,
          },
          {
            label: t("fields.dateNote.label"),
            value: incident.dateNote && <Prose text={incident.dateNote} />,
            missing: "none",
          },
          { label: t("fields.recordKind.label"), ...noted("incidentKind", incident.recordKind) },
          {
            label: t("parent"),
            value: parent && (
              <RecordName
                href={`/cases/${caseId}/incidents/${parent.id}`}
                name={named(parent.title, parent.titleAr)}
              />
            ),
            missing: "none",
            ...(parent?.retracted ? { note: t("parentRetracted") } : {}),
          },
          {
            label: t("fields.victimGroup.label"),
            value: victimGroup && codebook(`victimGroup.${victimGroup}.label`),
          },
          {
            label: t("fields.attributedSide.label"),
            ...(attributedSide ? noted("side", attributedSide) : { value: null }),
          },
          {
            label: t("fields.note.label"),
            value: incident.note && <Prose text={incident.note} />,
            missing: "none",
          },
          { label: t("fields.title.label"), value: <bdi>{incident.title}</bdi> },
          {
            label: t("fields.titleAr.label"),
            value: incident.titleAr && <bdi lang="ar">{incident.titleAr}</bdi>,
          },
        ]}
      />
    </Section>
  );
}

import { proceedingWords } from "#components/proceedings/proceeding-words.ts";
import { Facts } from "#components/ui/facts.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readProceeding } from "#lib/proceedings/queries/read-proceeding.ts";
import { describer } from "../../_parts/describe.ts";
import { localNames } from "../../_parts/local-names.ts";
import { Prose } from "../../_parts/prose.tsx";
import { RecordHead } from "../../_parts/record-head.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { RecordName } from "../../_parts/record-name.tsx";

interface Props {
  params: Promise<{ caseId: string; proceedingId: string }>;
}

export default async function ProceedingPage({ params }: Props) {
  const { caseId, proceedingId } = await params;
  const [t, words, named, describe, row] = await Promise.all([
    translator("proceedings"),
    proceedingWords(),
    localNames(),
    describer(),
    asked(readProceeding, { proceedingId }),
  ]);
  const { body, parent, family } = row;
  return (
    <>
      <RecordHead
        caseId={caseId}
        room="proceedings"
        kind={t(`oneOf.${family}`)}
        title={row.title}
        row={row}
      />
      <RecordColumns
        side={
          <>
            <RecordTeamwork recordId={proceedingId} />
            <RecordHistory recordId={proceedingId} />
          </>
        }
      >
        <Section id="summary" title={t("fields.summary.label")} lead={t("sections.proceeding.lead")}>
          <Prose text={row.summary} />
        </Section>
        <Section id="facts" title={t("sections.proceeding.title")}>
          <Facts
            items={[
              {
                label: t("fields.kind.label"),
                value: words.kind(family, row.kind),
                note: t(`family.${family}.definition`),
              },
              {
                label: t("fields.held.label"),
                value: row.heldEdtf === null ? t("undated") : describe(row.heldEdtf),
                note: row.heldWording && <span dir="auto">{row.heldWording}</span>,
              },
              {
                label: t("fields.status.label"),
                value: row.status && words.status(family, row.status),
                ...(row.statusAsOfEdtf === null
                  ? {}
                  : { note: t("statusAsOf", { date: describe(row.statusAsOfEdtf) }) }),
              },
              {
                label: t("fields.bodyActorId.label"),
                value: body && (
                  <RecordName
                    href={`/cases/${caseId}/actors/${body.id}`}
                    name={named(body.name, body.nameAr)}
                  />
                ),
              },
              {
                label: t("parent"),
                value: parent && (
                  <RecordName href={`/cases/${caseId}/proceedings/${parent.id}`} name={parent.title} />
                ),
                missing: "none",
                wide: true,
              },
              {
                label: t("fields.note.label"),
                value: row.note && <Prose text={row.note} />,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <RecordLinks caseId={caseId} recordId={proceedingId} />
      </RecordColumns>
    </>
  );
}

import { Facts } from "#components/ui/facts.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { readActor } from "#lib/actors/queries/read-actor.ts";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { localNames } from "../../_parts/local-names.ts";
import { Prose } from "../../_parts/prose.tsx";
import { RecordHead } from "../../_parts/record-head.tsx";
import { RecordCiting } from "../../_parts/record-citing.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { RecordList } from "../../_parts/record-list.tsx";
import { RecordName } from "../../_parts/record-name.tsx";

export default async function ActorPage({
  params,
}: {
  params: Promise<{ caseId: string; actorId: string }>;
}) {
  const { caseId, actorId } = await params;
  const [t, codebook, named, actor] = await Promise.all([
    translator("actors"),
    translator("codebook"),
    localNames(),
    asked(readActor, { actorId }),
  ]);
  const { parent, parts } = actor;
  const list = `/cases/${caseId}/actors`;
  return (
    <>
      <RecordHead
        caseId={caseId}
        room="actors"
        kind={codebook(`actorKind.${actor.kind}.label`)}
        title={named(actor.name, actor.nameAr)}
        row={actor}
      />
      <RecordColumns
        side={
          <>
            <RecordTeamwork recordId={actorId} />
            <RecordHistory recordId={actorId} />
          </>
        }
      >
        <Section id="facts" title={t("sections.actor.title")}>
          <Facts
            items={[
              { label: t("fields.name.label"), value: <bdi>{actor.name}</bdi>, isUnprinted: true },
              {
                label: t("fields.nameAr.label"),
                value: actor.nameAr && <bdi lang="ar">{actor.nameAr}</bdi>,
                isUnprinted: true,
              },
              {
                label: t("fields.aliases.label"),
                value: actor.aliases && <Prose text={actor.aliases} />,
                missing: "none",
              },
              {
                label: t("fields.kind.label"),
                value: codebook(`actorKind.${actor.kind}.label`),
                note: codebook(`actorKind.${actor.kind}.definition`),
              },
              {
                label: t("fields.note.label"),
                value: actor.note && <Prose text={actor.note} />,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <Section id="belonging" title={t("sections.belonging.title")} lead={t("sections.belonging.lead")}>
          <Facts
            items={[
              {
                label: t("parent"),
                value: parent && (
                  <RecordName href={`${list}/${parent.id}`} name={named(parent.name, parent.nameAr)} />
                ),
                ...(parent?.retracted ? { note: t("parentRetracted") } : {}),
              },
              {
                label: t("fields.attributedSide.label"),
                value: actor.attributedSide && codebook(`side.${actor.attributedSide}.label`),
                ...(actor.attributedSide
                  ? { note: codebook(`side.${actor.attributedSide}.definition`) }
                  : {}),
              },
              {
                label: t("fields.affiliationAlleged.label"),
                value: actor.affiliationAlleged && <span dir="auto">{actor.affiliationAlleged}</span>,
                wide: true,
              },
            ]}
          />
        </Section>
        <Section id="parts" title={t("parts.title")}>
          <RecordList
            none={t("parts.none")}
            items={parts.map((part) => ({
              id: part.id,
              href: `${list}/${part.id}`,
              code: part.code,
              label: named(part.name, part.nameAr),
              detail: codebook(`actorKind.${part.kind}.label`),
            }))}
          />
        </Section>
        <RecordLinks caseId={caseId} recordId={actorId} />
        <RecordCiting caseId={caseId} recordId={actorId} />
      </RecordColumns>
    </>
  );
}

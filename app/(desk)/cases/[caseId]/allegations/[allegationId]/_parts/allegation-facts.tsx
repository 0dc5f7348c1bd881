import Link from "next/link";
import type { ReactNode } from "react";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AllegationAnswer } from "#lib/corroboration/queries/read-allegation.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";

/** Who is alleged to have done what to whom, when and where. */
export async function AllegationFacts({ caseId, answer }: { caseId: string; answer: AllegationAnswer }) {
  const { allegation, incident, actor, victim, place } = answer;
  const [t, codebook, common, locale, describe] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    translator("common"),
    requestLocale(),
    describer(),
  ]);
  const named = (name: string, nameAr: string | null) => (
    <bdi>{locale === "ar" && nameAr ? nameAr : name}</bdi>
  );
  const record = (path: string, one: { id: string; code: string }, label: ReactNode) => (
    <Link href={`/cases/${caseId}/${path}/${one.id}`} prefetch={false}>
      <Code code={one.code} /> {label}
    </Link>
  );
  return (
    <Section id="act" title={t("allegation.facts")} lead={t("allegation.sections.act.lead")}>
      <Facts
        items={[
          {
            label: t("allegation.fields.actorId.label"),
            value: actor && record("actors", actor, named(actor.name, actor.nameAr)),
            missing: "unknown",
            note: actor && codebook(`actorKind.${actor.kind}.label`),
          },
          {
            label: t("allegation.fields.victimId.label"),
            value: victim && record("victims", victim, <bdi>{victim.label}</bdi>),
          },
          {
            label: t("allegation.fields.occurred.label"),
            value: allegation.occurredEdtf && describe(allegation.occurredEdtf),
            missing: "unknown",
            note: allegation.occurredWording && <q dir="auto">{allegation.occurredWording}</q>,
          },
          {
            label: t("allegation.fields.placeId.label"),
            value: place && record("places", place, named(place.name, place.nameAr)),
            missing: "unknown",
            note: place && codebook(`placePrecision.${place.precision}.label`),
          },
          {
            label: t("allegation.fields.incidentId.label"),
            value: record("incidents", incident, named(incident.title, incident.titleAr)),
          },
          {
            label: t("allegation.fields.violation.label"),
            value: codebook(`violation.${allegation.violation}.label`),
          },
          {
            label: t("allegation.fields.childConcerned.label"),
            value: common(allegation.childConcerned ? "yes" : "no"),
          },
          {
            label: t("allegation.fields.note.label"),
            value: allegation.note && <span dir="auto">{allegation.note}</span>,
            wide: true,
          },
        ]}
      />
    </Section>
  );
}

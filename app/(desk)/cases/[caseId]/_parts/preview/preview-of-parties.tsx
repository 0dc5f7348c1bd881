import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { readActor } from "#lib/actors/queries/read-actor.ts";
import { maybeAsked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readPlace } from "#lib/places/queries/read-place.ts";
import { readVictim } from "#lib/victims/queries/read-victim.ts";
import { localNames } from "../local-names.ts";
import { Prose } from "../prose.tsx";
import { RecordName } from "../record-name.tsx";
import { LinkCounts, PreviewView, type Previewer } from "./preview-view.tsx";

/** A victim as recorded, with the incident and the source. */
export const previewVictim: Previewer = async (victimId) => {
  const victim = await maybeAsked(readVictim, { victimId });
  if (victim === null) return null;
  const [t, named] = await Promise.all([translator("victims"), localNames()]);
  const home = `/cases/${victim.caseId}`;
  const { incident, source } = victim;
  return {
    href: `${home}/victims/${victimId}`,
    retracted: victim.retractedAt !== null,
    view: (
      <PreviewView kind={t("one")} title={victim.label} code={victim.code}>
        <Section id="facts" title={t("sections.victim.title")}>
          <Facts
            items={[
              { label: t("fields.kind.label"), value: t(`fields.kind.options.${victim.kind}.label`) },
              {
                label: t("fields.ageBand.label"),
                value: t(`fields.ageBand.options.${victim.ageBand}.label`),
              },
              { label: t("fields.sex.label"), value: t(`fields.sex.options.${victim.sex}`) },
              {
                label: t("fields.outcome.label"),
                value: victim.outcome && t(`fields.outcome.options.${victim.outcome}`),
              },
              {
                label: t("fields.incidentId.label"),
                value: incident && (
                  <RecordName
                    href={`${home}/incidents/${incident.id}`}
                    name={named(incident.title, incident.titleAr)}
                  />
                ),
                wide: true,
              },
              {
                label: t("fields.sourceId.label"),
                value: source && (
                  <RecordName
                    href={`${home}/sources/${source.id}`}
                    name={named(source.name, source.nameAr)}
                  />
                ),
                wide: true,
              },
            ]}
          />
        </Section>
      </PreviewView>
    ),
  };
};

/** An actor, with what it belongs to and to which side it is attributed. */
export const previewActor: Previewer = async (actorId) => {
  const actor = await maybeAsked(readActor, { actorId });
  if (actor === null) return null;
  const [t, codebook, named] = await Promise.all([
    translator("actors"),
    translator("codebook"),
    localNames(),
  ]);
  const home = `/cases/${actor.caseId}/actors`;
  const { parent } = actor;
  return {
    href: `${home}/${actorId}`,
    retracted: actor.retractedAt !== null,
    view: (
      <PreviewView
        kind={codebook(`actorKind.${actor.kind}.label`)}
        title={named(actor.name, actor.nameAr)}
        code={actor.code}
      >
        <Section id="facts" title={t("sections.actor.title")}>
          <Facts
            items={[
              {
                label: t("fields.aliases.label"),
                value: actor.aliases && <Prose text={actor.aliases} />,
                missing: "none",
              },
              {
                label: t("parent"),
                value: parent && (
                  <RecordName href={`${home}/${parent.id}`} name={named(parent.name, parent.nameAr)} />
                ),
              },
              {
                label: t("fields.attributedSide.label"),
                value: actor.attributedSide && codebook(`side.${actor.attributedSide}.label`),
              },
              {
                label: t("fields.affiliationAlleged.label"),
                value: actor.affiliationAlleged && <span dir="auto">{actor.affiliationAlleged}</span>,
                wide: true,
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
        <LinkCounts recordId={actorId} />
      </PreviewView>
    ),
  };
};

/** A place, with how precisely it is known. */
export const previewPlace: Previewer = async (placeId) => {
  const place = await maybeAsked(readPlace, { placeId });
  if (place === null) return null;
  const [t, codebook, named] = await Promise.all([
    translator("places"),
    translator("codebook"),
    localNames(),
  ]);
  const home = `/cases/${place.caseId}/places`;
  const { parent } = place;
  return {
    href: `${home}/${placeId}`,
    retracted: place.retractedAt !== null,
    view: (
      <PreviewView
        kind={codebook(`placeKind.${place.kind}.label`)}
        title={named(place.name, place.nameAr)}
        code={place.code}
      >
        <Section id="facts" title={t("one")}>
          <Facts
            items={[
              {
                label: t("fields.variants.label"),
                value: place.variants && <bdi>{place.variants}</bdi>,
                missing: "none",
              },
              {
                label: t("fields.precision.label"),
                value: codebook(`placePrecision.${place.precision}.label`),
                note: codebook(`placePrecision.${place.precision}.definition`),
              },
              {
                label: t("fields.parentId.label"),
                value: parent && <RecordName href={`${home}/${parent.id}`} name={parent.label} />,
              },
              {
                label: t("fields.note.label"),
                value: place.note && <span dir="auto">{place.note}</span>,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <LinkCounts recordId={placeId} />
      </PreviewView>
    ),
  };
};

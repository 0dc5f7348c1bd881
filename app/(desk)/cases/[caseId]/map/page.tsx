import { IconMapPin } from "@tabler/icons-react";
import { MapPicture } from "#components/map/map-picture.tsx";
import { PictureFilters } from "#components/picture/picture-filters.tsx";
import { ViewToggle } from "#components/picture/view-toggle.tsx";
import { formatTableUrl, parseTableUrl, type UrlParams } from "#components/table/url-state.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readMap } from "#lib/analysis/queries/read-map.ts";
import { asked } from "#lib/api/asked.ts";
import { MARKED_PLACES_MAX } from "#lib/analysis/vocabulary.ts";
import { INCIDENT_KINDS } from "#lib/codebook/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { asSearchParams, markedIn, viewIn } from "../_parts/address.ts";
import { enumFilter } from "../_parts/enum-filter.ts";
import { RecordLinks } from "../_parts/record-links.tsx";
import { LINK_PATHS } from "../_parts/link-paths.ts";
import { localNames } from "../_parts/local-names.ts";
import { MarkedNote } from "../_parts/marked-note.tsx";
import { MapTable } from "./_parts/map-table.tsx";
import { mapUrl } from "./_parts/map-url.ts";
import { mapWords } from "./_parts/map-words.ts";
import { OffMap } from "./_parts/off-map.tsx";
import classes from "./_parts/map-page.module.css";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function MapPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const sought = asSearchParams(await searchParams);
  const state = parseTableUrl(sought, mapUrl);
  const { from = null, to = null } = state.days["occurred"] ?? {};
  const recordKind = INCIDENT_KINDS.find((one) => state.chosen["recordKind"]?.includes(one));
  const recordId = markedIn(sought);
  const [t, format, incidents, codebook, named, found] = await Promise.all([
    translator("analysis"),
    formats(),
    translator("incidents"),
    translator("codebook"),
    localNames(),
    asked(readMap, {
      caseId,
      ...(recordKind ? { recordKind } : {}),
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
      ...(recordId === undefined ? {} : { recordId }),
    }),
  ]);
  const header = <PageHeader title={t("map.title")} lead={t("map.lead")} />;
  if (found.points.length === 0) {
    return (
      <>
        {header}
        <EmptyState
          title={t("map.empty.title")}
          icon={<IconMapPin size={32} stroke={1.4} />}
          steps={[t("map.empty.step1"), t("map.empty.step2"), t("map.empty.step3")]}
          action={<LinkButton href={`/cases/${caseId}/places`}>{t("map.empty.action")}</LinkButton>}
        >
          {t("map.empty.text")}
        </EmptyState>
        <OffMap found={found} />
      </>
    );
  }
  const hrefWith = (changes: Readonly<Record<string, string | null>>): string => {
    const others = new URLSearchParams(sought);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) others.delete(key);
      else others.set(key, value);
    }
    return `/cases/${caseId}/map${formatTableUrl(state, mapUrl, others)}`;
  };
  const words = await mapWords(found, (place) => hrefWith({ place }));
  const view = viewIn(sought);
  const { record } = found;
  const marked = words.points.filter(({ isMarked }) => isMarked);
  const chosen =
    words.points.find(({ id }) => id === sought.get("place")) ??
    (marked.length === 1 ? marked[0] : undefined);
  return (
    <>
      {header}
      <PictureFilters
        urlSpec={mapUrl}
        filters={[
          enumFilter("recordKind", incidents("columns.recordKind"), INCIDENT_KINDS, (kind) =>
            codebook(`incidentKind.${kind}.label`),
          ),
          { kind: "days", key: "occurred", label: incidents("columns.occurred") },
        ]}
      >
        <ViewToggle view={view} />
      </PictureFilters>
      {record === null ? null : (
        <MarkedNote
          record={{
            code: record.code,
            title: named(record.label, record.labelAr),
            href: `/cases/${caseId}/${LINK_PATHS[record.noun]}/${record.id}`,
          }}
          clearHref={hrefWith({ record: null })}
          againHref={null}
          unshown={
            record.morePlaces ? t("marked.morePlaces", { number: format.number(MARKED_PLACES_MAX) }) : null
          }
        />
      )}
      {view === "table" ? (
        <MapTable caseId={caseId} found={found} words={words} />
      ) : (
        <div className={classes.split} data-chosen={chosen === undefined ? undefined : true}>
          <div>
            <MapPicture
              key={recordId}
              points={words.points}
              ground={words.ground}
              chosenId={chosen?.id ?? null}
            />
            <p className={classes.hint}>{t("map.keys")}</p>
          </div>
          {chosen === undefined ? null : (
            <aside aria-label={chosen.name} className={classes.side}>
              <h2>
                <bdi>{chosen.name}</bdi>
              </h2>
              <p>
                {chosen.counts} · {chosen.precision}
              </p>
              <LinkButton href={`/cases/${caseId}/places/${chosen.id}`} variant="default" size="xs">
                {t("map.open")}
              </LinkButton>
              <RecordLinks caseId={caseId} recordId={chosen.id} />
            </aside>
          )}
        </div>
      )}
      <OffMap found={found} />
    </>
  );
}

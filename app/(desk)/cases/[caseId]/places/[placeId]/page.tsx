import Link from "next/link";
import { CommandButton } from "#components/form/command-button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { readPlace } from "#lib/places/queries/read-place.ts";
import { RecordCiting } from "../../_parts/record-citing.tsx";
import { RecordPictures } from "../../_parts/record-pictures.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { RetractedNote } from "../../_parts/retracted-note.tsx";

export default async function PlacePage({
  params,
}: {
  params: Promise<{ caseId: string; placeId: string }>;
}) {
  const { caseId, placeId } = await params;
  const [t, codebook, locale, place] = await Promise.all([
    translator("places"),
    translator("codebook"),
    requestLocale(),
    asked(readPlace, { placeId }),
  ]);
  const list = `/cases/${caseId}/places`;
  const degrees = (e5: number | null) => (e5 === null ? null : (e5 / 100_000).toString());
  const other = (one: { id: string; label: string; code: string } | null) =>
    one === null ? null : (
      <Link href={`${list}/${one.id}`} prefetch={false}>
        <bdi>{one.label}</bdi>
      </Link>
    );
  return (
    <>
      <PageHeader
        kind={t("one")}
        title={locale === "ar" && place.nameAr ? place.nameAr : place.name}
        code={place.code}
        pills={<RecordPictures caseId={caseId} recordId={placeId} />}
        breadcrumb={[{ label: t("title"), href: list }, { label: place.code }]}
        actions={
          place.may.write ? (
            <>
              <LinkButton href={`${list}/${placeId}/edit`} variant="default">
                {t("amend")}
              </LinkButton>
              <CommandButton
                label={t("retract.action")}
                command="place.retract"
                input={{ placeId, version: place.version }}
                reason={{
                  title: t("retract.action"),
                  explanation: t("retract.text"),
                  confirmLabel: t("retract.action"),
                }}
                tone="danger"
                weight="quiet"
              />
            </>
          ) : undefined
        }
      />
      <RetractedNote row={place} text={t("retracted")} />
      <RecordColumns
        side={
          <>
            <RecordTeamwork recordId={placeId} />
            <RecordHistory recordId={placeId} />
          </>
        }
      >
        <Section id="facts" title={t("one")}>
          <Facts
            items={[
              { label: t("fields.name.label"), value: <bdi>{place.name}</bdi> },
              { label: t("fields.nameAr.label"), value: place.nameAr && <bdi lang="ar">{place.nameAr}</bdi> },
              { label: t("fields.variants.label"), value: place.variants && <bdi>{place.variants}</bdi> },
              { label: t("fields.kind.label"), value: codebook(`placeKind.${place.kind}.label`) },
              {
                label: t("fields.precision.label"),
                value: codebook(`placePrecision.${place.precision}.label`),
                note: codebook(`placePrecision.${place.precision}.definition`),
              },
              { label: t("fields.parentId.label"), value: other(place.parent), note: place.parentBasis },
              {
                label: t("point"),
                value:
                  place.latE5 === null ? null : (
                    <bdi dir="ltr">{[degrees(place.latE5), degrees(place.lonE5)].join(", ")}</bdi>
                  ),
                note: place.coordinateBasis,
              },
              {
                label: t("fields.possibleDuplicateOfId.label"),
                value: other(place.duplicate),
                missing: "none",
              },
              {
                label: t("fields.note.label"),
                value: place.note && <span dir="auto">{place.note}</span>,
                wide: true,
              },
            ]}
          />
        </Section>
        <RecordLinks caseId={caseId} recordId={placeId} />
        <RecordCiting caseId={caseId} recordId={placeId} />
      </RecordColumns>
    </>
  );
}

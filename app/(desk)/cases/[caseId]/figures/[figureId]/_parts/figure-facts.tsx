import { figureCategories, figureNumbers } from "#components/figures/figure-words.ts";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Figure } from "#lib/figures/queries/read-figure.ts";
import { translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { Prose } from "../../../_parts/prose.tsx";
import { RecordName } from "../../../_parts/record-name.tsx";

/** The number as it was put, what it covers, and where it comes from. */
export async function FigureFacts({ caseId, figure }: { caseId: string; figure: Figure }) {
  const [t, codebook, named, describe, say, category] = await Promise.all([
    translator("figures"),
    translator("codebook"),
    localNames(),
    describer(),
    figureNumbers(),
    figureCategories(),
  ]);
  const { source, reportedVia, incident, place } = figure;
  const record = (path: string, id: string, name: string) => (
    <RecordName href={`/cases/${caseId}/${path}/${id}`} name={name} />
  );
  const noted = (list: string, value: string) => ({
    value: codebook(`${list}.${value}.label`),
    note: codebook(`${list}.${value}.definition`),
  });
  return (
    <>
      <Section id="claim" title={t("sections.claim.title")}>
        <Facts
          items={[
            { label: t("columns.number"), value: <bdi>{say(figure)}</bdi> },
            { label: t("fields.certainty.label"), ...noted("figureCertainty", figure.certainty) },
            {
              label: t("fields.valueText.label"),
              value: figure.valueText && <bdi>{figure.valueText}</bdi>,
              missing: "none",
            },
            { label: t("fields.unit.label"), ...noted("figureUnit", figure.unit) },
          ]}
        />
      </Section>
      <Section id="scope" title={t("sections.scope.title")} lead={t("sections.scope.lead")}>
        <Facts
          items={[
            { label: t("fields.scope.label"), ...noted("figureScope", figure.scope) },
            { label: t("fields.category.label"), value: <bdi>{category(figure.category)}</bdi> },
            { label: t("fields.outcome.label"), ...noted("figureOutcome", figure.outcome) },
            {
              label: t("fields.periodEdtf.label"),
              value: figure.periodEdtf && describe(figure.periodEdtf),
            },
            {
              label: t("fields.placeId.label"),
              value: place && record("places", place.id, named(place.name, place.nameAr)),
              missing: "none",
            },
            { label: t("fields.attributedTo.label"), ...noted("side", figure.attributedTo) },
            {
              label: t("fields.incidentId.label"),
              value: incident && record("incidents", incident.id, named(incident.title, incident.titleAr)),
              missing: "none",
              wide: true,
            },
          ]}
        />
      </Section>
      <Section id="source" title={t("sections.source.title")} lead={t("sections.source.lead")}>
        <Facts
          items={[
            {
              label: t("fields.sourceId.label"),
              value: record("sources", source.id, named(source.name, source.nameAr)),
            },
            {
              label: t("fields.reportedViaId.label"),
              value:
                reportedVia && record("sources", reportedVia.id, named(reportedVia.name, reportedVia.nameAr)),
              missing: "none",
            },
            { label: t("fields.asOfEdtf.label"), value: figure.asOfEdtf && describe(figure.asOfEdtf) },
            {
              label: t("fields.note.label"),
              value: figure.note && <Prose text={figure.note} />,
              missing: "none",
              wide: true,
            },
          ]}
        />
      </Section>
    </>
  );
}

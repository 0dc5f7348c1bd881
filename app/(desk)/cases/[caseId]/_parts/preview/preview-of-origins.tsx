import { ContactPill } from "#components/contact/contact-pill.tsx";
import { GradePill } from "#components/sources/grade-pill.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readSource } from "#lib/sources/queries/read-source.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { localNames } from "../local-names.ts";
import { LinkCounts, PreviewView, type Previewer } from "./preview-view.tsx";

/** A witness by code. The notes are for the page: a panel stands open while others look on. */
export const previewWitness: Previewer = async (witnessId) => {
  const witness = await maybeAsked(readWitness, { witnessId });
  if (witness === null) return null;
  const [t, format] = await Promise.all([translator("witnesses"), formats()]);
  return {
    href: `/cases/${witness.caseId}/witnesses/${witnessId}`,
    retracted: witness.retractedAt !== null,
    view: (
      <PreviewView
        kind={t("one")}
        title={witness.code}
        code={witness.code}
        pills={
          <>
            <ContactPill mode={witness.contact} />
            <GradePill grade={witness.grades[0]?.reliability ?? null} />
          </>
        }
      >
        <Section id="facts" title={t("one")}>
          <Facts
            items={[
              {
                label: t("fields.ageBand.label"),
                value: t(`fields.ageBand.options.${witness.ageBand}.label`),
              },
              { label: t("fields.sex.label"), value: t(`fields.sex.options.${witness.sex}`) },
              {
                label: t("columns.testimoniesGiven"),
                value: format.number(witness.testimoniesGiven),
              },
              { label: t("columns.createdAt"), value: format.instantDay(witness.createdAt) },
            ]}
          />
        </Section>
      </PreviewView>
    ),
  };
};

/** A source with the grade that counts. */
export const previewSource: Previewer = async (sourceId) => {
  const source = await maybeAsked(readSource, { sourceId });
  if (source === null) return null;
  const [t, codebook, named] = await Promise.all([
    translator("sources"),
    translator("codebook"),
    localNames(),
  ]);
  const [grade] = source.grades;
  return {
    href: `/cases/${source.caseId}/sources/${sourceId}`,
    retracted: source.retractedAt !== null,
    view: (
      <PreviewView
        kind={codebook(`sourceKind.${source.kind}.label`)}
        title={named(source.name, source.nameAr)}
        code={source.code}
        pills={<GradePill grade={grade?.reliability ?? null} />}
      >
        <Section id="facts" title={t("one")}>
          <Facts
            items={[
              {
                label: t("fields.standpoint.label"),
                value: source.standpoint && <span dir="auto">{source.standpoint}</span>,
                wide: true,
              },
              ...(grade === undefined
                ? []
                : [
                    {
                      label: t("grades.title"),
                      value: <span dir="auto">{grade.reason}</span>,
                      wide: true,
                    },
                  ]),
              {
                label: t("fields.note.label"),
                value: source.note && <span dir="auto">{source.note}</span>,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <LinkCounts recordId={sourceId} />
      </PreviewView>
    ),
  };
};

import { ConsentPill, CorroborationPill, StagePill } from "#components/testimonies/pills.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { corroborationOfTestimony } from "#lib/corroboration/queries/corroboration-of-testimony.ts";
import { directionOfLanguage } from "#lib/i18n/locales.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { readTestimony, type TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { IncidentFacts } from "../../incidents/[incidentId]/_parts/incident-facts.tsx";
import { localNames } from "../local-names.ts";
import { Prose } from "../prose.tsx";
import { AccountCover } from "../testimony/account-cover.tsx";
import { TestimonyFacts } from "../testimony/testimony-facts.tsx";
import { LinkCounts, PreviewView, type Previewer } from "./preview-view.tsx";
import classes from "./preview.module.css";

/** A testimony: its states, its first paragraphs, its facts. */
export const previewTestimony: Previewer = async (testimonyId) => {
  const answer = await maybeAsked(readTestimony, { testimonyId });
  if (answer === null) return null;
  const [codebook, rollUp] = await Promise.all([
    translator("codebook"),
    maybeAsked(corroborationOfTestimony, { testimonyId }),
  ]);
  const { testimony, stated } = answer;
  const { caseId } = testimony;
  return {
    href: `/cases/${caseId}/testimonies/${testimonyId}`,
    retracted: testimony.retractedAt !== null,
    view: (
      <PreviewView
        kind={codebook(`testimonyKind.${testimony.kind}.label`)}
        title={stated.title}
        code={testimony.code}
        pills={
          <>
            <StagePill value={testimony.stage} />
            {rollUp === null ? null : <CorroborationPill value={rollUp.status} />}
            <ConsentPill value={testimony.consentExport} />
          </>
        }
      >
        <FirstParagraphs testimonyId={testimonyId} version={answer.version} />
        <TestimonyFacts answer={answer} caseId={caseId} />
        <LinkCounts recordId={testimonyId} />
      </PreviewView>
    ),
  };
};

const PARAGRAPHS_SHOWN = 3;

async function FirstParagraphs({
  testimonyId,
  version,
}: {
  testimonyId: string;
  version: TestimonyAnswer["version"];
}) {
  const [t, format] = await Promise.all([translator("testimonies"), formats()]);
  const { paragraphs, originalLanguage, translationLanguage } = version;
  const original = originalLanguage === "unknown" ? "und" : originalLanguage;
  const left = paragraphs.length - PARAGRAPHS_SHOWN;
  return (
    <Section
      id="text"
      title={t("text", { number: version.number })}
      lead={t(`textBasis.${version.textBasis}`)}
    >
      <AccountCover testimonyId={testimonyId}>
        <ol className={classes.paragraphs}>
          {paragraphs.slice(0, PARAGRAPHS_SHOWN).map((paragraph) => (
            <li key={paragraph.number}>
              <span className={classes.number}>
                <bdi>{format.number(paragraph.number)}</bdi>
              </span>
              <div>
                <p lang={original} dir={directionOfLanguage(original)}>
                  {paragraph.original}
                </p>
                {translationLanguage === null || !paragraph.translation ? null : (
                  <p
                    lang={translationLanguage}
                    dir={directionOfLanguage(translationLanguage)}
                    className={classes.translated}
                  >
                    {paragraph.translation}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      </AccountCover>
      {left > 0 ? <p className={classes.rest}>{t("moreParagraphs", { count: left })}</p> : null}
    </Section>
  );
}

/** An incident: what is reported, when and of whom. */
export const previewIncident: Previewer = async (incidentId) => {
  const incident = await maybeAsked(readIncident, { incidentId });
  if (incident === null) return null;
  const [t, codebook, named] = await Promise.all([
    translator("incidents"),
    translator("codebook"),
    localNames(),
  ]);
  return {
    href: `/cases/${incident.caseId}/incidents/${incidentId}`,
    retracted: incident.retractedAt !== null,
    view: (
      <PreviewView
        kind={codebook(`incidentKind.${incident.recordKind}.label`)}
        title={named(incident.title, incident.titleAr)}
        code={incident.code}
      >
        <Section id="summary" title={t("fields.summary.label")}>
          <Prose text={incident.summary} />
        </Section>
        <IncidentFacts caseId={incident.caseId} incident={incident} />
        <LinkCounts recordId={incidentId} />
      </PreviewView>
    ),
  };
};

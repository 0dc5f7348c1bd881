import { CommandButton } from "#components/form/command-button.tsx";
import classes from "#components/guide/guide.module.css";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readGuide } from "#lib/guide/queries/read-guide.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { type Guide, GuideSteps, stepsIn } from "./guide-steps.tsx";

/** The first steps on the desk of somebody who has not done them all and has not put the guide away. */
export async function GuideCard() {
  const [t, guide] = await Promise.all([translator("guide"), asked(readGuide, {})]);
  if (!isDue(guide)) return null;
  return (
    <Section id="guide" title={t("title")} lead={await guideLead(guide)}>
      <GuideSteps guide={guide} />
      <div className={classes.foot}>
        <CloseGuide />
      </div>
    </Section>
  );
}

/** The same as one line at the head of each page of the training case, with the steps folded into it. */
export async function GuideStrip({ caseId }: { caseId: string }) {
  const [t, guide] = await Promise.all([translator("guide"), asked(readGuide, {})]);
  if (!isDue(guide) || guide.trainingCase?.id !== caseId) return null;
  const steps = stepsIn(guide);
  const next = steps.find(({ done }) => !done);
  return (
    <details className={classes.strip}>
      <summary>
        <strong>{t("strip", { done: steps.filter(({ done }) => done).length, count: steps.length })}</strong>
        {next === undefined ? null : <> · {t("next", { step: t(`step.${next.step}.title`) })}</>}
      </summary>
      <GuideSteps guide={guide} />
      <div className={classes.foot}>
        <CloseGuide />
      </div>
    </details>
  );
}

/** What the guide is, and in which case it is practised. */
export async function guideLead({ trainingCase }: Guide): Promise<string> {
  const [t, locale] = await Promise.all([translator("guide"), requestLocale()]);
  if (trainingCase === null) return t("lead");
  const title = locale === "ar" && trainingCase.titleAr ? trainingCase.titleAr : trainingCase.title;
  return `${t("lead")} ${t("inCase", { title })}.`;
}

const isDue = (guide: Guide): boolean => guide.state === "open" && stepsIn(guide).some(({ done }) => !done);

async function CloseGuide() {
  const t = await translator("guide");
  return (
    <CommandButton
      label={t("close")}
      command="guide.set"
      input={{ state: "closed" }}
      weight="quiet"
      size="xs"
      doneText={t("closed")}
    />
  );
}

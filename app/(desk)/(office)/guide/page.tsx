import { IconSchool } from "@tabler/icons-react";
import { CommandButton } from "#components/form/command-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readGuide } from "#lib/guide/queries/read-guide.ts";
import { translator } from "#lib/i18n/server.ts";
import { guideLead } from "../../_parts/guide/guide-card.tsx";
import { GuideSteps, stepsIn } from "../../_parts/guide/guide-steps.tsx";

/** The first steps of the person's roles, also when they are done or were put away. */
export default async function GuidePage() {
  const [t, guide] = await Promise.all([translator("guide"), asked(readGuide, {})]);
  const steps = stepsIn(guide);
  const left = steps.some(({ done }) => !done);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={await guideLead(guide)}
        actions={
          guide.state === "closed" && left ? (
            <CommandButton
              label={t("reopen")}
              command="guide.set"
              input={{ state: "open" }}
              doneText={t("reopened")}
            />
          ) : undefined
        }
      />
      {steps.length === 0 ? (
        <EmptyState title={t("none.title")} icon={<IconSchool size={32} stroke={1.4} />}>
          {t("none.text")}
        </EmptyState>
      ) : (
        <Section id="steps" title={left ? t("title") : t("allDone")}>
          <GuideSteps guide={guide} />
        </Section>
      )}
    </>
  );
}

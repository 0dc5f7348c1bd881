import { SimpleGrid } from "@mantine/core";
import { Unprinted } from "#components/care/unprinted.tsx";
import classes from "#components/corroboration/corroboration.module.css";
import { levelWords } from "#components/corroboration/level.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { Section } from "#components/ui/section.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import { formats, translator } from "#lib/i18n/server.ts";

/** What the reviewer found before they saw it, beside what the author had concluded. */
export async function FindingGrades({ answer }: { answer: FindingAnswer }) {
  const { finding, grades } = answer;
  if (grades.length === 0) return null;
  const [t, format, level] = await Promise.all([translator("corroboration"), formats(), levelWords()]);
  const differs = grades.some((grade) => isOther(grade, finding));
  const said = (words: string) => (
    <Unprinted>
      <p className={classes.text} dir="auto">
        {words}
      </p>
    </Unprinted>
  );
  return (
    <Section id="grades" title={t("finding.grades.title")}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <div>
          <h3>{t("finding.grades.author")}</h3>
          <p>
            <strong>{level(finding.determination)}</strong>
            {finding.standard === null ? null : ` · ${t(`standard.${finding.standard}.label`)}`}
          </p>
          {said(finding.reasoning)}
        </div>
        {grades.map((grade) => (
          <div key={grade.humanId}>
            <h3>
              {t("finding.grades.reviewer", {
                name: isolated(grade.name),
                day: format.instantDay(grade.gradedAt),
              })}
            </h3>
            <p>
              <strong>{level(grade.level)}</strong> · {t(`standard.${grade.standard}.label`)}
            </p>
            {said(grade.reasoning)}
          </div>
        ))}
      </SimpleGrid>
      {differs && finding.status === "in_review" ? (
        <p className={classes.plain}>{t("finding.grades.differs")}</p>
      ) : null}
      {finding.differenceReason === null ? null : (
        <>
          <h3>{t("finding.grades.difference")}</h3>
          {said(finding.differenceReason)}
        </>
      )}
    </Section>
  );
}

/** Whether a reviewer graded otherwise than the author concluded: they then say why they approve it. */
const isOther = (
  grade: FindingAnswer["grades"][number],
  { determination, standard }: FindingAnswer["finding"],
): boolean => grade.level !== determination || grade.standard !== standard;

/** Whether the reviewer of a finding graded the evidence otherwise before they saw its conclusion. */
export const isGradedOtherwise = ({ grades, finding }: FindingAnswer): boolean =>
  grades.some((grade) => grade.humanId === finding.reviewerHumanId && isOther(grade, finding));

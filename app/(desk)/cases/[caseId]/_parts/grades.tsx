import { GradeEditor, type Graded } from "#components/sources/grade-editor.tsx";
import { GradePill } from "#components/sources/grade-pill.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Reliability } from "#lib/corroboration/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./grades.module.css";

interface Props {
  graded: Graded;
  may: boolean;
  /** Newest first: the first one counts. */
  grades: readonly {
    readonly id: string;
    readonly reliability: Reliability;
    readonly reason: string;
    readonly gradedAt: number;
    readonly gradedBy: string;
  }[];
}

/** Every grade that a source or a witness was given, with its reason; and a new one, for those who may. */
export async function Grades({ graded, grades, may }: Props) {
  const [t, format] = await Promise.all([translator("sources"), formats()]);
  return (
    <Section
      id="grades"
      title={t("grades.title")}
      {...(may ? { actions: <GradeEditor graded={graded} /> } : {})}
    >
      {grades.length === 0 ? (
        <div className={classes.line}>
          <GradePill grade={null} />
          <span className={classes.by}>{t("notGradedMeaning")}</span>
        </div>
      ) : (
        <ol className={classes.grades}>
          {grades.map((grade, index) => (
            <li key={grade.id}>
              <div className={classes.line}>
                <GradePill grade={grade.reliability} focusable />
                {index === 0 ? <span className={classes.counts}>{t("grades.counts")}</span> : null}
              </div>
              <p dir="auto">{grade.reason}</p>
              <p className={classes.by}>
                {t("grades.line", { date: format.instant(grade.gradedAt), who: grade.gradedBy })}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import classes from "./incident.module.css";

/** The types of acts that any source alleges. They help to find the incident and decide nothing. */
export async function IncidentViolations({ violations }: { violations: readonly string[] }) {
  const [t, codebook, common] = await Promise.all([
    translator("incidents"),
    translator("codebook"),
    translator("common"),
  ]);
  return (
    <Section id="violations" title={t("fields.violations.label")} lead={t("fields.violations.help")}>
      {violations.length === 0 ? (
        <p className={classes.quiet}>{common("notRecorded")}</p>
      ) : (
        <dl className={classes.violations}>
          {violations.map((violation) => (
            <div key={violation}>
              <dt>
                <Code code={violation} /> {codebook(`violation.${violation}.label`)}
              </dt>
              <dd>{codebook(`violation.${violation}.definition`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

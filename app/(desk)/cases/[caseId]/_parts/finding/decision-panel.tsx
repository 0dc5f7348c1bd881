import { CeilingWhy } from "#components/corroboration/ceiling-why.tsx";
import classes from "#components/corroboration/corroboration.module.css";
import { Determined } from "#components/corroboration/determined.tsx";
import { evidenceNames } from "#components/corroboration/evidence-names.ts";
import { Level } from "#components/corroboration/level.tsx";
import { OriginsLink } from "#components/corroboration/origins-link.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import { FindingActions, type FindingActionsProps } from "./finding-actions.tsx";

/** What was determined beside what the evidence allows now, why, and what the caller can do about it. */
export async function DecisionPanel({ caseId, answer, desk }: FindingActionsProps) {
  const { finding, live, evidence, groundsForSecond } = answer;
  const [t, format, names] = await Promise.all([
    translator("corroboration"),
    formats(),
    evidenceNames(evidence),
  ]);
  const refuted = finding.conclusion === "refuted";
  const isSettled = ["superseded", "withdrawn"].includes(finding.status);
  const waits = !isSettled && !["approved", "refuted", "contested"].includes(finding.status);
  return (
    <Section id="decision" title={t("finding.decision")}>
      <Facts
        items={[
          {
            label: t("finding.determined"),
            value: (
              <strong>
                <Determined of={finding} />
              </strong>
            ),
            note: finding.standard === null ? null : t(`standard.${finding.standard}.label`),
          },
          {
            label: t("facetBlock.allows"),
            value: <Level value={live.level} />,
            note: live.contested ? <StatusPill label={t("facetBlock.contested")} tone="bad" /> : null,
          },
        ]}
      />
      <div className={classes.part}>
        {!refuted && !finding.isOverride && (finding.determination ?? 0) > live.level ? (
          <p className={classes.plain}>
            <strong>{t("finding.above")}</strong>
          </p>
        ) : null}
        {answer.withApart === null ? null : (
          <p className={classes.plain}>
            <strong>{t("finding.withApart", { level: answer.withApart.level })}</strong>{" "}
            {t("finding.withApartNext")}
          </p>
        )}
        {answer.inputsChanged ? <p className={classes.quiet}>{t("finding.changed")}</p> : null}
        {waits && groundsForSecond.length > 0 ? (
          <p className={classes.quiet}>
            {t("finding.needsSecond", {
              grounds: format.list(groundsForSecond.map((ground) => t(`ground.${ground}`))),
            })}
          </p>
        ) : null}
      </div>
      <div className={classes.part}>
        <FindingActions caseId={caseId} answer={answer} desk={desk} />
      </div>
      <div className={classes.part}>
        <h3>{t("facetBlock.why")}</h3>
        <CeilingWhy reasons={live.reasons} origins={live.origins} names={names} />
        {evidence.length === 0 ? null : (
          <OriginsLink caseId={caseId} allegationId={finding.allegationId} facet={finding.facet} />
        )}
      </div>
    </Section>
  );
}

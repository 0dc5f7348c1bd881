import classes from "#components/corroboration/corroboration.module.css";
import { evidenceNames } from "#components/corroboration/evidence-names.ts";
import { StancePill } from "#components/corroboration/pills.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import { translator } from "#lib/i18n/server.ts";

/** What is counted: each origin once, however many statements come from it, and whether it carries the level. */
export async function OriginLedger({ answer }: { answer: FindingAnswer }) {
  const { live, evidence } = answer;
  const [t, names] = await Promise.all([translator("corroboration"), evidenceNames(evidence)]);
  const carries = new Set(live.witnessSet);
  const links = new Map(evidence.map((link) => [link.statementId, link]));
  return (
    <Section id="ledger" title={t("finding.ledger.title")} lead={t("finding.ledger.lead")}>
      {live.origins.length === 0 ? <p className={classes.quiet}>{t("finding.ledger.none")}</p> : null}
      <ol className={classes.links}>
        {live.origins.map(({ id, members }) => (
          <li key={id} className={classes.link}>
            <p>
              {t("finding.ledger.once", { count: members.length })}{" "}
              {members.some((member) => carries.has(member)) ? (
                <StatusPill label={t("evidence.inWitnessSet")} tone="info" />
              ) : null}
            </p>
            <ul className={classes.reasons}>
              {members.slice(0, SHOWN_MAX).map((member) => (
                <li key={member}>
                  {names.get(member) ?? t("finding.ledger.unshown")} <Counts link={links.get(member)} />
                </li>
              ))}
              {members.length > SHOWN_MAX ? (
                <li>{t("evidence.more", { count: members.length - SHOWN_MAX })}</li>
              ) : null}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const SHOWN_MAX = 6;

/** In which sense a statement counts, and how much; a statement that is not shown says neither. */
async function Counts({ link }: { link: FindingAnswer["evidence"][number] | undefined }) {
  const t = await translator("corroboration");
  if (link === undefined) return null;
  const { weight, stance } = link;
  const counts = weight !== null && !weight.withdrawn && weight.quality > 0 && link.resolvedAt === null;
  return (
    <>
      {stance === "support" ? null : <StancePill value={stance} />}{" "}
      <span className={classes.quiet}>
        {counts ? t("evidence.weight", { quality: weight.quality }) : t("evidence.countsNothing")}
      </span>
    </>
  );
}

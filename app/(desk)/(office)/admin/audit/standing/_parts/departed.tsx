import { CommandButton } from "#components/form/command-button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { SignerProblem } from "#lib/audit/log-keys.ts";
import type { Departure } from "#lib/audit/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import classes from "./standing.module.css";

/** The log is not what was signed of it: where that shows, what it may come from, and how it can go on. */
export async function Departed({
  problem,
  size,
  departures,
  mayAccept,
}: {
  readonly problem: SignerProblem;
  /** Entries in the log. */
  readonly size: number;
  readonly departures: readonly Departure[];
  readonly mayAccept: boolean;
}) {
  const t = await translator("audit");
  return (
    <Section
      id="departed"
      title={t(`signer.${problem}`)}
      actions={
        mayAccept ? (
          <CommandButton
            label={t("standing.accept")}
            command="audit.acceptLoss"
            input={{}}
            tone="danger"
            reason={{
              title: t("standing.acceptTitle"),
              explanation: t("standing.acceptText"),
              confirmLabel: t("standing.accept"),
            }}
            doneText={t("standing.accepted")}
          />
        ) : null
      }
    >
      <div role="alert" className={classes.alarm}>
        <ul>
          {departures.map(({ where, size: noted, why }) => (
            <li key={where}>
              {t(`departures.where.${where}`)}: {t(`departures.why.${why}`, { noted, size })}
            </li>
          ))}
        </ul>
        <p>{t("standing.departedNext")}</p>
      </div>
    </Section>
  );
}

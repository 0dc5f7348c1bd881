import { Unprinted } from "#components/care/unprinted.tsx";
import classes from "#components/corroboration/corroboration.module.css";
import { levelWords } from "#components/corroboration/level.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AppealAnswer } from "#lib/corroboration/queries/read-appeal.ts";
import { formats, translator } from "#lib/i18n/server.ts";

/** The two seats of a panel, who sits there, and how they voted as far as that is shown. */
export async function Panel({ answer: { appeal, panel } }: { answer: AppealAnswer }) {
  const [t, format, level] = await Promise.all([translator("corroboration"), formats(), levelWords()]);
  return (
    <Section id="panel" title={t("appeal.panel")}>
      <ol className={classes.links}>
        {panel.map((seat, index) => (
          <li key={seat.place} className={classes.link}>
            <p>
              {t("appeal.seat", { number: index + 1 })}
              {": "}
              {seat.name === null ? t("appeal.free") : <bdi>{seat.name}</bdi>}
            </p>
            {seat.name === null ? null : (
              <p className={classes.quiet}>
                {seat.votedAt === null
                  ? t("appeal.notVoted")
                  : t("appeal.votedOn", { day: format.instantDay(seat.votedAt) })}
              </p>
            )}
            {seat.vote === null ? null : (
              <>
                <p>
                  <strong>{t(`appeal.vote.${seat.vote.outcome}`)}</strong>
                  {seat.vote.standard === null
                    ? null
                    : `: ${level(seat.vote.determination)} · ${t(`standard.${seat.vote.standard}.label`)}`}
                </p>
                <Unprinted>
                  <p className={classes.text} dir="auto">
                    {seat.vote.reasons}
                  </p>
                </Unprinted>
              </>
            )}
          </li>
        ))}
      </ol>
      {appeal.decidedAt === null ? <p className={classes.quiet}>{t("appeal.sealed")}</p> : null}
    </Section>
  );
}

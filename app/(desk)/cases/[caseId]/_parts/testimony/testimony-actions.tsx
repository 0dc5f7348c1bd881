import { CommandButton } from "#components/form/command-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { translator } from "#lib/i18n/server.ts";
import { DecideButtons } from "./decide-buttons.tsx";

interface Props {
  testimony: { id: string; caseId: string; version: number; stage: string };
  /** Whose support page says what became of help that they took up, where that is missing and stands in the way. */
  lacksReferralOf?: string | null;
  may: { submit: boolean; amend: boolean; decide: boolean; whyNotDecide: string | null };
  /** What the draft has to answer before it can be submitted, by the names of its form. */
  unanswered?: readonly string[];
}

/** What can be done with the newest version now; where a rule stands against it, the rule is said. */
export async function TestimonyActions({ testimony, may, unanswered = [], lacksReferralOf = null }: Props) {
  const [t, problems] = await Promise.all([translator("testimonies"), translator("problems")]);
  const input = { testimonyId: testimony.id, version: testimony.version };
  return (
    <>
      {may.submit && unanswered.length > 0 ? (
        <>
          <div role="note">
            <p>{t("unanswered.lead")}</p>
            <ul>
              {unanswered.map((path) => (
                <li key={path}>{t(`fields.${path.split(".").at(-1) ?? path}.label`)}</li>
              ))}
            </ul>
          </div>
          <LinkButton href={`/cases/${testimony.caseId}/testimonies/${testimony.id}/edit`}>
            {t("unanswered.action")}
          </LinkButton>
        </>
      ) : null}
      {may.submit && lacksReferralOf !== null ? (
        <>
          <p role="note">{problems("rule.referral.missing")}</p>
          <LinkButton href={`/cases/${testimony.caseId}/witnesses/${lacksReferralOf}/support/new`}>
            {t("unanswered.referral")}
          </LinkButton>
        </>
      ) : null}
      {may.submit && unanswered.length === 0 && lacksReferralOf === null ? (
        <CommandButton
          label={t("submit.action")}
          command="testimony.submit"
          input={input}
          weight="primary"
          doneText={t("submit.done")}
        />
      ) : null}
      {may.amend ? (
        <CommandButton
          label={t("amend.action")}
          command="testimony.amend"
          input={input}
          reason={{ title: t("amend.action"), explanation: t("amend.text"), confirmLabel: t("amend.action") }}
        />
      ) : null}
      {may.decide && may.whyNotDecide === null ? (
        <DecideButtons testimonyId={testimony.id} version={testimony.version} />
      ) : null}
      {may.whyNotDecide === null ? null : <p role="note">{problems(`rule.${may.whyNotDecide}`)}</p>}
    </>
  );
}

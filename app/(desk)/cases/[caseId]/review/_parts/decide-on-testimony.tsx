import { DecideButton } from "#components/review/decide-button.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { DecidedNote, type OnDesk } from "../../_parts/finding/desk-act.tsx";
import classes from "./review.module.css";

interface Props {
  testimony: TestimonyAnswer["testimony"];
  may: TestimonyAnswer["may"];
  desk: OnDesk;
}

/** The two answers to a submitted version, by one key each; where a rule stands against them, the rule is said. */
export async function DecideOnTestimony({ testimony, may, desk }: Props) {
  const [t, words, problems] = await Promise.all([
    translator("review"),
    translator("testimonies"),
    translator("problems"),
  ]);
  if (desk.decided !== null) return <DecidedNote {...desk.decided} />;
  if (may.whyNotDecide !== null) return <p role="note">{problems(`rule.${may.whyNotDecide}`)}</p>;
  if (!may.decide) return <p className={classes.quiet}>{t("notDue")}</p>;
  const { id: recordId, caseId, version } = testimony;
  const place = { caseId, recordId, draftVersion: desk.draftVersion };
  const decides = { place, version, next: desk.next };
  return (
    <div className={classes.decide}>
      <DecideButton {...decides} act="accept" label={words("accept.action")} actKey="a" isPrimary />
      <DecideButton
        {...decides}
        act="return"
        label={words("return.action")}
        actKey="r"
        words={{ explanation: words("return.text"), typed: desk.typed }}
      />
    </div>
  );
}

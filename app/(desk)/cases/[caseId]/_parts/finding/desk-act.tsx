import classes from "#components/corroboration/corroboration.module.css";
import { CommandButton } from "#components/form/command-button.tsx";
import { DecideButton } from "#components/review/decide-button.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import type { ReviewAct } from "#lib/corroboration/words.ts";
import { translator } from "#lib/i18n/server.ts";
import { isGradedOtherwise } from "./finding-grades.tsx";

/** How a record stands on the review screen. */
export interface OnDesk {
  /** What comes after it in the queue. */
  readonly next: string;
  /** What its reviewer has decided and not put on record; null before. */
  readonly decided: { readonly act: ReviewAct; readonly isStale: boolean } | null;
  /** The version of the draft that holds it, 0 where there is none. */
  readonly draftVersion: number;
  /** What was typed with a decision that was taken back. */
  readonly typed: string | null;
}

const DESK_ACTS = ["take", "approve", "second", "return"] as const;
type DeskActName = (typeof DESK_ACTS)[number];

/** Whether the review screen has one key for an act of a finding. */
export const isDeskAct = (act: string): act is DeskActName => DESK_ACTS.some((one) => one === act);

/** That something was decided, in place of the buttons that decide it, and whether the record has changed since. */
export async function DecidedNote({ act, isStale }: NonNullable<OnDesk["decided"]>) {
  const t = await translator("review");
  return (
    <p role="note" className={classes.plain}>
      <strong>{t(`decided.act.${act}`)}</strong> {t("decided.note")}
      {isStale ? <strong> {t("decided.stale")}</strong> : null}
    </p>
  );
}

interface Props {
  act: DeskActName;
  answer: FindingAnswer;
  desk: OnDesk;
}

/** One act on a finding by one key. Taking it up is done at once; a decision waits to be put on record. */
export async function DeskAct({ act, answer, desk }: Props) {
  const { finding, groundsForSecond } = answer;
  const t = await translator("corroboration");
  const { typed } = desk;
  const decides = {
    place: { caseId: finding.caseId, recordId: finding.id, draftVersion: desk.draftVersion },
    version: finding.version,
    next: desk.next,
  };
  switch (act) {
    case "take":
      return (
        <>
          <Asked act="take" />
          <CommandButton
            label={t("finding.take.byKey")}
            command="finding.take"
            input={{ findingId: finding.id, version: finding.version, conflict: "no" }}
            weight="primary"
            actKey="t"
            describedBy={ASKED}
            doneText={t("finding.take.done")}
          />
        </>
      );
    case "second":
      return (
        <>
          <Asked act="second" />
          <DecideButton
            {...decides}
            act="second"
            label={t("finding.second.byKey")}
            actKey="a"
            isPrimary
            describedBy={ASKED}
          />
        </>
      );
    case "approve":
      return (
        <DecideButton
          {...decides}
          act="approve"
          label={groundsForSecond.length > 0 ? t("finding.approveFirst") : t("finding.approve.action")}
          actKey="a"
          isPrimary
          {...(isGradedOtherwise(answer)
            ? { words: { explanation: t("finding.approveOther.text"), typed } }
            : {})}
        />
      );
    case "return":
      return (
        <DecideButton
          {...decides}
          act="return"
          label={t("finding.return.action")}
          actKey="r"
          words={{ explanation: t("finding.return.text"), typed }}
        />
      );
  }
}

const ASKED = "asked-before";

/** What everybody is asked before they decide; who has a conflict leaves the record to others. */
async function Asked({ act }: { act: "take" | "second" }) {
  const t = await translator("corroboration");
  return (
    <p className={classes.plain} id={ASKED}>
      <strong>{t(`finding.${act}.fields.conflict.label`)}</strong>{" "}
      <span className={classes.quiet}>{t(`finding.${act}.fields.conflict.help`)}</span>
    </p>
  );
}

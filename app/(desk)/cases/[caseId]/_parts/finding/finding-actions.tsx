import classes from "#components/corroboration/corroboration.module.css";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import {
  appealSections,
  conflictSections,
  gradeSections,
  refuteSections,
  resolveSections,
} from "#components/corroboration/sections.ts";
import { CommandButton } from "#components/form/command-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import { translator } from "#lib/i18n/server.ts";
import { DecidedNote, DeskAct, isDeskAct, type OnDesk } from "./desk-act.tsx";
import { isGradedOtherwise } from "./finding-grades.tsx";
import { ReturnButton } from "./return-button.tsx";

type Acts = FindingAnswer["may"];

/** What belongs to each state: acts of others are not spoken of. */
const ACTS_IN: Readonly<Record<FindingAnswer["finding"]["status"], readonly (keyof Acts)[]>> = {
  draft: ["submit", "amend", "takeOver"],
  returned: ["submit", "amend", "takeOver"],
  submitted: ["take"],
  in_review: ["grade", "approve", "return"],
  first_approved: ["second", "return"],
  approved: ["contest", "draft", "appeal"],
  contested: ["resolve", "refute", "withdraw"],
  refuted: ["draft", "appeal"],
  withdrawn: ["draft"],
  superseded: [],
};

export interface FindingActionsProps {
  caseId: string;
  answer: FindingAnswer;
  /** Given on the review screen: a decision waits there until its reviewer puts it on record. */
  desk?: OnDesk | undefined;
}

/** The acts that are due now: those open to the caller as buttons, and in words which rule stands against the rest. */
export async function FindingActions({ caseId, answer, desk }: FindingActionsProps) {
  const { finding, may } = answer;
  const [t, problems] = await Promise.all([translator("corroboration"), translator("problems")]);
  if (desk?.decided) return <DecidedNote {...desk.decided} />;
  const due = ACTS_IN[finding.status];
  const open = due.filter((act) => may[act].allowed);
  const rules = due.flatMap((act) =>
    SILENT.has(may[act].rule ?? "role.missing") ? [] : [may[act].rule ?? ""],
  );
  if (open.length === 0 && rules.length === 0) return <p className={classes.quiet}>{t("finding.nothing")}</p>;
  return (
    <div className={classes.decide}>
      {open.map((act) => (
        <FindingAct key={act} act={act} caseId={caseId} answer={answer} desk={desk} />
      ))}
      {[...new Set(rules)].map((rule) => (
        <p key={rule} role="note" className={classes.plain}>
          {problems(`rule.${rule}`)}
        </p>
      ))}
    </div>
  );
}

/** Rules that only say that an act is not theirs to think of. */
const SILENT = new Set([
  "role.missing",
  "finding.refutation_not_proposed",
  "finding.contested_waits_for_review",
  "finding.author_is_here",
  "finding.not_blind",
  "appeal.appellant_not_entitled",
]);

async function FindingAct({ act, caseId, answer, desk }: FindingActionsProps & { act: keyof Acts }) {
  const { finding, groundsForSecond } = answer;
  const t = await translator("corroboration");
  if (desk !== undefined && isDeskAct(act)) return <DeskAct act={act} answer={answer} desk={desk} />;
  const input = { findingId: finding.id, version: finding.version };
  const done = (key: string) => t(`finding.${key}.done`);
  switch (act) {
    case "amend":
      return (
        <LinkButton href={`/cases/${caseId}/findings/${finding.id}/edit`} variant="default">
          {t("finding.amend")}
        </LinkButton>
      );
    case "takeOver":
      return (
        <CommandButton
          label={t("finding.takeOver.action")}
          command="finding.takeOver"
          input={input}
          confirm={t("finding.takeOver.text")}
          doneText={done(act)}
          next={`/cases/${caseId}/allegations/${finding.allegationId}`}
        />
      );
    case "draft":
      return (
        <LinkButton
          href={`/cases/${caseId}/findings/new?allegation=${finding.allegationId}&facet=${finding.facet}`}
          variant="default"
        >
          {t("facetBlock.draft")}
        </LinkButton>
      );
    case "take":
    case "second":
      return (
        <FormInDialog
          label={t(`finding.${act}.action`)}
          weight="primary"
          form={{
            command: `finding.${act}`,
            namespace: "corroboration",
            under: `finding.${act}`,
            sections: conflictSections,
            fixed: { findingId: finding.id },
            version: finding.version,
            saveLabel: t(`finding.${act}.action`),
          }}
        />
      );
    case "grade":
      return (
        <FormInDialog
          label={t("finding.gradeBlind.action")}
          weight="primary"
          actKey="g"
          form={{
            command: "finding.gradeBlind",
            namespace: "corroboration",
            under: "finding.gradeBlind",
            sections: gradeSections(t),
            fixed: { findingId: finding.id },
            saveLabel: t("finding.gradeBlind.action"),
          }}
        />
      );
    case "appeal":
      return (
        <FormInDialog
          label={t("appeal.lodge.action")}
          form={{
            command: "appeal.lodge",
            namespace: "corroboration",
            under: "appeal.lodge",
            sections: appealSections,
            fixed: { findingId: finding.id },
            next: `/cases/${caseId}/appeals/{id}`,
            saveLabel: t("appeal.lodge.save"),
          }}
        />
      );
    case "submit":
    case "approve":
      if (act === "approve" && isGradedOtherwise(answer)) return <ApproveOther answer={answer} />;
      return (
        <CommandButton
          label={
            act === "approve" && groundsForSecond.length > 0
              ? t("finding.approveFirst")
              : t(`finding.${act}.action`)
          }
          command={`finding.${act}`}
          input={input}
          weight="primary"
          doneText={done(act)}
          {...(act === "approve" ? { confirm: t("finding.approve.text") } : {})}
        />
      );
    case "return":
      return <ReturnButton {...input} />;
    case "contest":
      return (
        <CommandButton
          label={t("finding.contest.action")}
          command="finding.contest"
          input={input}
          reason={{
            title: t("finding.contest.action"),
            explanation: t("finding.contest.text"),
            confirmLabel: t("finding.contest.action"),
          }}
          doneText={done(act)}
        />
      );
    case "withdraw":
      return (
        <CommandButton
          label={t("finding.withdraw.action")}
          command="finding.resolve"
          input={{ ...input, outcome: "withdrawn" }}
          reason={{
            title: t("finding.withdraw.action"),
            explanation: t("finding.withdraw.text"),
            confirmLabel: t("finding.withdraw.action"),
          }}
          doneText={done(act)}
          tone="danger"
          weight="quiet"
        />
      );
    case "resolve":
    case "refute":
      return <SettleForm act={act} caseId={caseId} finding={finding} />;
  }
}

/** An approval by a reviewer who graded otherwise before they saw the conclusion, with the reason for it. */
async function ApproveOther({ answer }: Pick<FindingActionsProps, "answer">) {
  const { finding, groundsForSecond } = answer;
  const t = await translator("corroboration");
  const label = groundsForSecond.length > 0 ? t("finding.approveFirst") : t("finding.approve.action");
  return (
    <CommandButton
      label={label}
      command="finding.approve"
      input={{ findingId: finding.id, version: finding.version }}
      reason={{ title: label, explanation: t("finding.approveOther.text"), confirmLabel: label }}
      weight="primary"
      doneText={t("finding.approve.done")}
    />
  );
}

/** A contested finding settled by a new version, whose page opens then. */
async function SettleForm({
  act,
  caseId,
  finding,
}: {
  act: "resolve" | "refute";
  caseId: string;
  finding: FindingAnswer["finding"];
}) {
  const t = await translator("corroboration");
  const { determination, standard } = finding;
  return (
    <FormInDialog
      label={t(`finding.${act}.action`)}
      weight={act === "resolve" ? "primary" : "plain"}
      form={{
        command: "finding.resolve",
        namespace: "corroboration",
        under: `finding.${act}`,
        sections: act === "resolve" ? resolveSections(t) : refuteSections,
        fixed: { findingId: finding.id, outcome: act === "resolve" ? "approved" : "refuted" },
        record: act === "resolve" ? { determination, standard } : {},
        version: finding.version,
        next: `/cases/${caseId}/findings/{id}`,
        saveLabel: t(`finding.${act}.save`),
      }}
    />
  );
}

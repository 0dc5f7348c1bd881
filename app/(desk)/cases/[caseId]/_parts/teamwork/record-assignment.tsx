import { CommandButton } from "#components/form/command-button.tsx";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { ASSIGN_SECTIONS } from "#components/teamwork/assign-sections.ts";
import { isolated } from "#components/ui/isolated.ts";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { assignmentOf } from "#lib/assignments/queries/assignment-of.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./teamwork.module.css";

type Answer = NonNullable<Awaited<ReturnType<typeof askFor>>>;
type Current = NonNullable<Answer["current"]>;

const askFor = (recordId: string) => maybeAsked(assignmentOf, { recordId });

/** Who works on a record, and giving it to somebody else. */
export async function RecordAssignment({ recordId }: { recordId: string }) {
  const found = await askFor(recordId);
  if (!found) return null;
  const t = await translator("teamwork");
  const { caseId, current, earlier, may } = found;
  return (
    <Section id="assignment" title={t("assignment.title")}>
      {current === null ? (
        <p className={classes.quiet}>{t("assignment.nobody")}</p>
      ) : (
        <CurrentAssignment current={current} />
      )}
      <div className={classes.actions}>
        {may.assign ? (
          <FormInDialog
            label={current === null ? t("assignment.assign") : t("assignment.reassign")}
            size="xs"
            form={{
              command: "assignment.assign",
              namespace: "teamwork",
              under: "assignment",
              sections: ASSIGN_SECTIONS,
              fixed: { recordId, replacesId: current?.id ?? null },
              caseId,
              saveLabel: t("assignment.assign"),
            }}
          />
        ) : null}
        {current !== null && may.end ? <EndButtons current={current} /> : null}
      </div>
      {earlier.length === 0 ? null : (
        <p className={classes.quiet}>
          {t("assignment.earlier", {
            names: earlier
              .map((one) => `${isolated(one.assignee)} (${t(`assignment.ending.${one.ending ?? "done"}`)})`)
              .join(" · "),
          })}
        </p>
      )}
    </Section>
  );
}

async function CurrentAssignment({ current }: { current: Current }) {
  const [t, format] = await Promise.all([translator("teamwork"), formats()]);
  const { assignee, isMine, isMember, dueOn, isOverdue, note, assignedBy, createdAt } = current;
  return (
    <div className={classes.assignment}>
      <p className={classes.assignee}>
        <bdi>{assignee}</bdi>
        {isMine ? <StatusPill label={t("assignment.you")} tone="accent" /> : null}
        {isMember ? null : (
          <StatusPill
            label={t("assignment.left")}
            meaning={t("assignment.leftMeaning")}
            tone="caution"
            focusable
          />
        )}
        {dueOn === null ? null : (
          <StatusPill
            label={t(isOverdue ? "assignment.overdue" : "assignment.due", { day: format.dayShort(dueOn) })}
            tone={isOverdue ? "bad" : "quiet"}
          />
        )}
      </p>
      {note === null ? null : <p dir="auto">{note}</p>}
      <p className={classes.quiet}>
        {t("assignment.by", { name: isolated(assignedBy), when: format.instant(createdAt) })}
      </p>
    </div>
  );
}

async function EndButtons({ current: { id, version, isMine } }: { current: Current }) {
  const t = await translator("teamwork");
  const end = (ending: "done" | "handed_back") => ({ assignmentId: id, version, ending });
  return (
    <>
      <CommandButton
        label={t("assignment.done")}
        command="assignment.end"
        input={end("done")}
        doneText={t("assignment.doneText")}
        weight="quiet"
        size="xs"
      />
      {isMine ? (
        <CommandButton
          label={t("assignment.handBack")}
          command="assignment.end"
          input={end("handed_back")}
          doneText={t("assignment.handedBackText")}
          weight="quiet"
          size="xs"
        />
      ) : null}
    </>
  );
}

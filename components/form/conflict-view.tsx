"use client";

import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./conflict-view.module.css";
import type { FieldSpec } from "./field-spec.ts";
import { fieldId } from "./field-words.tsx";
import type { FieldConflict, Side } from "./field-conflict.ts";
import { openConflicts, type Picks, picksOf, proposedPicks } from "./merge.ts";
import { Label, ValueText } from "./value-text.tsx";

export interface ConflictViewProps {
  readonly conflicts: readonly FieldConflict[];
  readonly fields: readonly FieldSpec[];
  readonly formId: string;
  readonly sending: boolean;
  readonly onSave: (picks: Picks) => void;
  /** Back to the form, with everything still in it. */
  readonly onBack: () => void;
}

/** Two versions of a record, field by field. Neither is lost: each field is chosen, and then saved over the newer version. */
export function ConflictView({ conflicts, fields, formId, sending, onSave, onBack }: ConflictViewProps) {
  const t = useTranslator("ui");
  const [picks, setPicks] = useState<Picks>(() => proposedPicks(conflicts));
  const open = openConflicts(conflicts, picks);
  return (
    <Modal
      opened
      onClose={onBack}
      size="70rem"
      title={t("form.conflict.title")}
      closeButtonProps={{ "aria-label": t("form.conflict.back") }}
      closeOnClickOutside={false}
    >
      <p className={classes.lead}>{t("form.conflict.lead")}</p>
      {conflicts.map((conflict) => {
        const spec = fields.find(({ name }) => name === conflict.name);
        if (!spec) return null;
        const choose = (side: Side): void => setPicks((before) => ({ ...before, [conflict.key]: side }));
        return (
          <FieldChoice
            key={conflict.key}
            {...{ conflict, spec, formId }}
            picked={picks[conflict.key]}
            onPick={choose}
          />
        );
      })}
      <Group justify="space-between" mt="lg">
        <Button variant="subtle" onClick={() => setPicks(picksOf(conflicts, "mine"))}>
          {t("form.conflict.keepAllMine")}
        </Button>
        <Group gap="sm">
          <output className={classes.count}>
            {open.length === 0 ? null : t("form.conflict.open", { count: open.length })}
          </output>
          <Button variant="default" onClick={onBack}>
            {t("form.conflict.back")}
          </Button>
          <Button disabled={open.length > 0} loading={sending} onClick={() => onSave(picks)}>
            {t("form.conflict.save")}
          </Button>
        </Group>
      </Group>
    </Modal>
  );
}

interface FieldChoiceProps {
  readonly conflict: FieldConflict;
  readonly spec: FieldSpec;
  readonly formId: string;
  readonly picked: Side | undefined;
  readonly onPick: (side: Side) => void;
}

const CHANGED_BY = { mine: "mineOnly", theirs: "theirsOnly", both: "both" } as const;

function FieldChoice({ conflict, spec, formId, picked, onPick }: FieldChoiceProps) {
  const t = useTranslator("ui");
  const at = `fields.${spec.name}`;
  return (
    <fieldset className={classes.field}>
      <legend>
        <Label at={at} />{" "}
        {conflict.paragraph === undefined ? null : (
          <span className={classes.label}>
            {t("form.conflict.paragraph", { number: conflict.paragraph })}{" "}
          </span>
        )}
        <span className={classes.who}>{t(`form.conflict.${CHANGED_BY[conflict.changedBy]}`)}</span>
      </legend>
      <div className={classes.sides}>
        {(["mine", "theirs"] as const).map((side) => (
          <div key={side} className={classes.side}>
            <label>
              <input
                type="radio"
                name={fieldId(formId, `conflict-${conflict.key}`)}
                checked={picked === side}
                onChange={() => onPick(side)}
              />
              <span className={classes.sideName}>{t(`form.conflict.${side}`)}</span>
            </label>
            <div className={classes.value}>
              <ValueText spec={spec} at={at} value={conflict[side]} />
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { getHotkeyHandler } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { inputDir } from "./input-dir.ts";
import type { Problem } from "./problem.ts";
import { ProblemAlert } from "./problem-alert.tsx";

const REASON_LENGTH_MIN = 5;
const REASON_LENGTH_MAX = 1000;

export interface ConfirmReasonProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The act as a question or title: "Retract this link". */
  readonly title: string;
  /** What will happen, what stays, and whether it can be undone. */
  readonly explanation?: ReactNode;
  readonly confirmLabel: string;
  /** What was typed for it before. */
  readonly typed?: string;
  readonly tone?: "plain" | "danger";
  /** Does the act. A problem keeps the window open with the reason still in it. */
  readonly onConfirm: (reason: string) => Promise<Problem | null>;
}

/** Asks why before an act that stays on record. */
export function ConfirmReason({
  opened,
  onClose,
  title,
  explanation,
  confirmLabel,
  typed = "",
  tone = "plain",
  onConfirm,
}: ConfirmReasonProps) {
  const common = useTranslator("common");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      {opened ? <ReasonForm {...{ onClose, explanation, confirmLabel, typed, tone, onConfirm }} /> : null}
    </Modal>
  );
}

type ReasonFormProps = Pick<ConfirmReasonProps, "onClose" | "explanation" | "confirmLabel" | "onConfirm"> & {
  typed: string;
  tone: "plain" | "danger";
};

function ReasonForm({ onClose, explanation, confirmLabel, typed, tone, onConfirm }: ReasonFormProps) {
  const t = useTranslator("ui");
  const common = useTranslator("common");
  const [reason, setReason] = useState(typed);
  const [busy, setBusy] = useState(false);
  const [tooShort, setTooShort] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function confirm(): Promise<void> {
    if (reason.trim().length < REASON_LENGTH_MIN) return setTooShort(true);
    setBusy(true);
    const met = await onConfirm(reason.trim());
    setBusy(false);
    setProblem(met);
    if (met === null) onClose();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Stack gap="md">
        {explanation === undefined ? null : <div>{explanation}</div>}
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <Textarea
          data-autofocus
          required
          {...inputDir("auto", reason)}
          autosize
          minRows={3}
          maxLength={REASON_LENGTH_MAX}
          label={t("reason.label")}
          description={t("reason.help")}
          error={tooShort ? t("reason.tooShort") : null}
          value={reason}
          onKeyDown={getHotkeyHandler([["mod+Enter", () => void confirm()]])}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setTooShort(false);
          }}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button type="submit" loading={busy} {...(tone === "danger" ? { color: "red" } : {})}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

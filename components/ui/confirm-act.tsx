"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { Problem } from "./problem.ts";
import { ProblemAlert } from "./problem-alert.tsx";

export interface ConfirmActProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The act, as its button says it. */
  readonly title: string;
  /** What it means, and whether it can be taken back. */
  readonly text: string;
  /** Does the act. A problem keeps the window open. */
  readonly onConfirm: () => Promise<Problem | null>;
}

/** Asks once more before an act that stays: Enter confirms, Escape takes it back. */
export function ConfirmAct({ opened, onClose, title, text, onConfirm }: ConfirmActProps) {
  const common = useTranslator("common");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function confirm(): Promise<void> {
    setBusy(true);
    const met = await onConfirm();
    setBusy(false);
    setProblem(met);
    if (met === null) onClose();
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <Stack gap="md">
        <div>{text}</div>
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button data-autofocus loading={busy} onClick={() => void confirm()}>
            {title}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActKey } from "#components/form/act-key.tsx";
import { announce } from "#components/ui/announce.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { dropDecision } from "./decision-door.ts";

interface Props {
  readonly caseId: string;
  readonly recordId: string;
  readonly label: string;
  /** Absent where another button has the key. */
  readonly actKey?: string;
  /** The record's place in the queue, which opens again. */
  readonly address: string;
  readonly isDisabled?: boolean;
}

/** Takes back a decision that is not on record, and opens what it was about. */
export function UndoButton({ caseId, recordId, label, actKey, address, isDisabled = false }: Props) {
  const problems = useTranslator("problems");
  const router = useRouter();
  const key = useActKey(actKey);
  const [isBusy, setBusy] = useState(false);
  async function undo(): Promise<void> {
    setBusy(true);
    const isGone = await dropDecision(caseId, recordId);
    setBusy(false);
    if (!isGone) return announce(problems("text.unavailable"), "red");
    router.push(address);
    router.refresh();
  }
  return (
    <Button
      variant="default"
      size="xs"
      loading={isBusy}
      disabled={isDisabled}
      {...key}
      onClick={() => void undo()}
    >
      {label}
    </Button>
  );
}

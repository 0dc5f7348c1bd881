"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActKey } from "#components/form/act-key.tsx";
import { ConfirmReason } from "#components/ui/confirm-reason.tsx";
import { type Problem, UNAVAILABLE } from "#components/ui/problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { ReviewAct } from "#lib/corroboration/words.ts";
import { keepDecision } from "./decision-door.ts";

interface Props {
  readonly caseId: string;
  readonly recordId: string;
  /** The version of the record that the page shows. */
  readonly version: number;
  readonly act: ReviewAct;
  readonly label: string;
  readonly actKey: string;
  readonly isPrimary?: boolean;
  /** Asks for words that go with the decision. */
  readonly words?: { readonly explanation: string };
  /** What comes after it in the queue. */
  readonly next: string;
}

/** Takes a decision with one key and goes on to what comes next. It is not on record before its reviewer puts it there. */
export function DecideButton({ caseId, recordId, version, act, label, words, next, ...look }: Props) {
  const router = useRouter();
  const key = useActKey(look.actKey);
  const [asking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function decide(text: string | null): Promise<Problem | null> {
    setBusy(true);
    const isKept = await keepDecision(caseId, recordId, { act, version, text });
    if (!isKept) {
      setBusy(false);
      return UNAVAILABLE;
    }
    // Stays busy: the page that comes has a button of its own, and a key that is pressed meanwhile decides nothing.
    router.push(next);
    router.refresh();
    return null;
  }

  return (
    <>
      <Button
        variant={look.isPrimary ? "filled" : "default"}
        loading={isBusy && !asking}
        {...key}
        onClick={() => (words === undefined ? void decide(null).then(setProblem) : setAsking(true))}
      >
        {label}
      </Button>
      {problem === null ? null : <ProblemAlert problem={problem} />}
      {words === undefined ? null : (
        <ConfirmReason
          opened={asking}
          onClose={() => setAsking(false)}
          title={label}
          explanation={words.explanation}
          confirmLabel={label}
          onConfirm={decide}
        />
      )}
    </>
  );
}

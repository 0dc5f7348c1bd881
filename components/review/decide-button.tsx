"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useActKey } from "#components/form/act-key.tsx";
import { announce } from "#components/ui/announce.ts";
import { ConfirmReason } from "#components/ui/confirm-reason.tsx";
import { type Problem, UNAVAILABLE } from "#components/ui/problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { ReviewAct } from "#lib/corroboration/words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { keepDecision, type Place } from "./decision-door.ts";
import { useReviewDesk } from "./review-desk.tsx";

interface Props {
  readonly place: Place;
  /** The version of the record that the page shows. */
  readonly version: number;
  readonly act: ReviewAct;
  readonly label: string;
  readonly actKey: string;
  readonly isPrimary?: boolean;
  /** Asks for words that go with the decision; what was typed before it was taken back stands there already. */
  readonly words?: { readonly explanation: string; readonly typed: string | null };
  /** Id of what is asked beside the button. */
  readonly describedBy?: string;
  /** What comes after it in the queue. */
  readonly next: string;
}

/** Takes a decision with one key and goes on to what comes next. It is not on record before its reviewer puts it there. */
export function DecideButton({ place, version, act, label, words, next, describedBy, ...look }: Props) {
  const t = useTranslator("review");
  const key = useActKey(look.actKey);
  const desk = useReviewDesk();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function decide(text: string | null): Promise<Problem | null> {
    let met: Problem | null = null;
    await desk.during(async () => {
      const kept = await keepDecision(place, { act, version, text });
      if (kept === "kept") return { go: next };
      if (kept === "elsewhere") {
        announce(t("decided.elsewhere"), "red");
        return "again";
      }
      met = UNAVAILABLE;
      return "nowhere";
    });
    return met;
  }

  return (
    <>
      <Button
        variant={look.isPrimary ? "filled" : "default"}
        disabled={desk.isBusy}
        {...key}
        {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
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
          typed={words.typed ?? ""}
          onConfirm={decide}
        />
      )}
    </>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useActKey } from "#components/form/act-key.tsx";
import { announce } from "#components/ui/announce.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { type Decision, type Place, takeBack } from "./decision-door.ts";
import { useReviewDesk } from "./review-desk.tsx";

interface Props {
  readonly place: Place;
  readonly decision: Decision;
  readonly label: string;
  /** Absent where another button has the key. */
  readonly actKey?: string;
  /** The record's place in the queue, which opens again. */
  readonly address: string;
}

/** Takes back a decision that is not on record, and opens what it was about. */
export function UndoButton({ place, decision, label, actKey, address }: Props) {
  const t = useTranslator("review");
  const problems = useTranslator("problems");
  const desk = useReviewDesk();
  const key = useActKey(actKey);
  const undo = () =>
    desk.during(async () => {
      const kept = await takeBack(place, decision);
      if (kept === "kept") return { go: address };
      announce(kept === "elsewhere" ? t("decided.elsewhere") : problems("text.unavailable"), "red");
      return kept === "elsewhere" ? "again" : "nowhere";
    });
  return (
    <Button variant="default" size="xs" disabled={desk.isBusy} {...key} onClick={() => void undo()}>
      {label}
    </Button>
  );
}

"use client";

import { Alert, Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import type { FieldValue, FormValues } from "#components/form/field-spec.ts";
import { cardsOf, textOf } from "#components/form/read-value.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/**
 * Pauses a full statement and goes on with it: a break of the interview's record, from now to then. What was typed is in
 * the draft meanwhile, as ever.
 */
export function PauseBar({
  breaks,
  onChange,
}: {
  breaks: FieldValue | undefined;
  onChange: (breaks: readonly FormValues[]) => void;
}) {
  const t = useTranslator("testimonies");
  const held = cardsOf(breaks);
  const last = held.at(-1);
  if (last === undefined || textOf(last["to"]) !== "" || textOf(last["from"]) === "")
    return (
      <p>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPause size={16} stroke={1.7} aria-hidden />}
          onClick={() => onChange([...held, { from: wallTime(), to: "" }])}
        >
          {t("pause.action")}
        </Button>
      </p>
    );
  return (
    <output>
      <Alert color="yellow" icon={<IconPlayerPause size={20} stroke={1.7} aria-hidden />}>
        <p>{t("pause.since", { time: textOf(last["from"]).slice(11) })}</p>
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={16} stroke={1.7} aria-hidden />}
          onClick={() => onChange([...held.slice(0, -1), { ...last, to: wallTime() }])}
        >
          {t("pause.resume")}
        </Button>
      </Alert>
    </output>
  );
}

/** As the clock of whoever sits there shows it: `2031-02-20T14:30`. */
function wallTime(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import type { Problem } from "#components/ui/problem.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { REVEAL_REASONS } from "#lib/vault/words.ts";

const OTHER = "other";

interface Props {
  readonly label: string;
  readonly sending: boolean;
  /** Sends the reason. @returns what stood in the way */
  readonly onSend: (reason: string, why: string | null) => Promise<Problem | null>;
}

/** Asks what an identity is opened for: a reason of the list, or another in words. */
export function ReasonForm({ label, sending, onSend }: Props) {
  const t = useTranslator("vault");
  const fieldText = useFieldProblemText();
  const [reason, setReason] = useState("");
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = problem?.fields?.find(({ path }) => path === "why");
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(reason, reason === OTHER ? why : null).then(setProblem);
      }}
    >
      <Stack gap="md" align="stretch">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <NativeChoice
          required
          label={t("reveal.reason")}
          data={[
            { value: "", label: t("reveal.chooseReason") },
            ...REVEAL_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) })),
          ]}
          value={reason}
          onChoose={setReason}
        />
        {reason === OTHER ? (
          <Textarea
            required
            autosize
            minRows={2}
            autoComplete="off"
            label={t("reveal.why")}
            {...inputDir("auto", why)}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            error={wrong === undefined ? null : fieldText(wrong)}
          />
        ) : null}
        <Group>
          <Button type="submit" loading={sending} disabled={reason === ""}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { useSmallForm } from "#components/form/use-small-form.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";

interface Choice {
  readonly value: string;
  readonly label: string;
}

// Nothing is chosen by default: whoever overlooks the list must not open another case than they mean.
const NOT_CHOSEN: Choice = { value: "", label: "" };

/** Opens a case in an emergency, and leads to it. @param words of the form, which only its page has */
export function OpenEmergency({
  cases,
  minutes,
  words,
}: {
  cases: readonly Choice[];
  minutes: readonly Choice[];
  words: { readonly [word in "case" | "minutes" | "reason" | "reasonHelp" | "submit" | "opened"]: string };
}) {
  const router = useRouter();
  const { sending, problem, wrong, submit } = useSmallForm("emergency.open", words.opened);
  const [caseId, setCaseId] = useState("");
  const [length, setLength] = useState("");
  const [reason, setReason] = useState("");

  const open = (): Promise<void> =>
    submit({ caseId, minutes: Number(length), reason }, () => {
      setReason("");
      router.push(`/cases/${caseId}`);
    });

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <Group align="flex-start" gap="md">
          <NativeChoice
            required
            label={words.case}
            data={[NOT_CHOSEN, ...cases]}
            value={caseId}
            onChoose={setCaseId}
            error={wrong("caseId")}
          />
          <NativeChoice
            required
            label={words.minutes}
            data={[NOT_CHOSEN, ...minutes]}
            value={length}
            onChoose={setLength}
            error={wrong("minutes")}
          />
        </Group>
        <Textarea
          required
          autosize
          minRows={2}
          label={words.reason}
          description={words.reasonHelp}
          {...inputDir("auto", reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={wrong("reason")}
        />
        <Group>
          <Button type="submit" loading={sending} disabled={caseId === "" || length === ""}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

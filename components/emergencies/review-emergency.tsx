"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { useSmallForm } from "#components/form/use-small-form.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";

/** What a second person found of an emergency access. @param words of the form, which only its page has */
export function ReviewEmergency({
  emergencyId,
  version,
  verdicts,
  words,
}: {
  emergencyId: string;
  version: number;
  verdicts: readonly { readonly value: string; readonly label: string }[];
  words: { readonly [word in "verdict" | "note" | "noteHelp" | "submit" | "done"]: string };
}) {
  const { sending, problem, wrong, submit } = useSmallForm("emergency.review", words.done);
  const [verdict, setVerdict] = useState("");
  const [note, setNote] = useState("");

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ emergencyId, version, verdict, note }, () => setNote(""));
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <NativeChoice
          required
          label={words.verdict}
          data={[{ value: "", label: "" }, ...verdicts]}
          value={verdict}
          onChoose={setVerdict}
          error={wrong("verdict")}
        />
        <Textarea
          required
          autosize
          minRows={2}
          label={words.note}
          description={words.noteHelp}
          {...inputDir("auto", note)}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={wrong("note")}
        />
        <Group>
          <Button type="submit" loading={sending} disabled={verdict === ""}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

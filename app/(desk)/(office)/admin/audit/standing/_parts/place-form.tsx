"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import type { Problem } from "#components/ui/problem.ts";

/** Notes where the printed sheet was put. */
export function PlaceForm({
  size,
  words,
}: {
  readonly size: number;
  readonly words: { readonly label: string; readonly submit: string; readonly done: string };
}) {
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand("audit.notePrint");
  const [place, setPlace] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function note(): Promise<void> {
    const answer = await send({ size, place });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    announce(words.done);
    router.push("/admin/audit/standing#anchors");
    router.refresh();
  }

  const wrong = problem?.fields?.find(({ path }) => path === "place");
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void note();
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <TextInput
          label={words.label}
          value={place}
          maxLength={120}
          required
          error={wrong ? fieldText(wrong) : null}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={sending}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

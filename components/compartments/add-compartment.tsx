"use client";

import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";

/** Adds a compartment of the organisation's own. @param words of the form, which only its page has */
export function AddCompartment({
  words,
}: {
  words: { readonly [word in "name" | "nameAr" | "sensitive" | "submit" | "added"]: string };
}) {
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand("compartment.open");
  const [name, setName] = useState("");
  const [nameAr, setNameAr] = useState("");
  const [sensitive, setSensitive] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add(): Promise<void> {
    const answer = await send({ name, nameAr, sensitive });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setName("");
    setNameAr("");
    announce(words.added);
    router.refresh();
  }

  const wrong = (path: string) => {
    const found = problem?.fields?.find((one) => one.path === path);
    return found ? fieldText(found) : null;
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <Group align="flex-start" gap="md">
          <TextInput
            required
            label={words.name}
            autoComplete="off"
            {...inputDir("auto", name)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={wrong("name")}
          />
          <TextInput
            label={words.nameAr}
            autoComplete="off"
            {...inputDir("rtl", nameAr)}
            value={nameAr}
            onChange={(event) => setNameAr(event.currentTarget.value)}
            error={wrong("nameAr")}
          />
        </Group>
        <Checkbox
          label={words.sensitive}
          checked={sensitive}
          onChange={(event) => setSensitive(event.currentTarget.checked)}
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

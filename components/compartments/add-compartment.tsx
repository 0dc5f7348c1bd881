"use client";

import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSmallForm } from "#components/form/use-small-form.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";

/** Adds a compartment of the organisation's own. @param words of the form, which only its page has */
export function AddCompartment({
  words,
}: {
  words: { readonly [word in "name" | "nameAr" | "sensitive" | "submit" | "added"]: string };
}) {
  const { sending, problem, wrong, submit } = useSmallForm("compartment.open", words.added);
  const [name, setName] = useState("");
  const [nameAr, setNameAr] = useState("");
  const [sensitive, setSensitive] = useState(true);

  const add = (): Promise<void> =>
    submit({ name, nameAr, sensitive }, () => {
      setName("");
      setNameAr("");
    });

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

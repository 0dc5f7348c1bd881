"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { useSmallForm } from "#components/form/use-small-form.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The words of the form, which only its page has. */
export interface ClearanceWords {
  readonly account: string;
  readonly compartment: string;
  readonly expires: string;
  readonly never: string;
  readonly why: string;
  readonly whyHelp: string;
  readonly submit: string;
  readonly asked: string;
}

// Nobody is chosen by default: whoever overlooks the list must not clear somebody.
const NOT_CHOSEN: Choice = { value: "", label: "" };

/** Asks for somebody to be cleared for a compartment of a case. */
export function ClearanceForm({
  caseId,
  people,
  compartments,
  words,
}: {
  caseId: string;
  people: readonly Choice[];
  compartments: readonly Choice[];
  words: ClearanceWords;
}) {
  const { sending, problem, wrong, submit } = useSmallForm("clearance.propose", words.asked);
  const [accountId, setAccountId] = useState("");
  const [compartment, setCompartment] = useState("");
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");

  function propose(): Promise<void> {
    const expiresAt = until === "" ? null : new Date(until).getTime();
    return submit({ caseId, accountId, compartment: Number(compartment), expiresAt, reason }, () => {
      setUntil("");
      setReason("");
    });
  }

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void propose();
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <Group align="flex-start" gap="md">
          <NativeChoice
            required
            label={words.account}
            data={[NOT_CHOSEN, ...people]}
            value={accountId}
            onChoose={setAccountId}
            error={wrong("accountId")}
          />
          <NativeChoice
            required
            label={words.compartment}
            data={[NOT_CHOSEN, ...compartments]}
            value={compartment}
            onChoose={setCompartment}
            error={wrong("compartment")}
          />
          <TextInput
            type="datetime-local"
            label={words.expires}
            description={words.never}
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            error={wrong("expiresAt")}
          />
        </Group>
        <TextInput
          required
          label={words.why}
          description={words.whyHelp}
          autoComplete="off"
          {...inputDir("auto", reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={wrong("reason")}
        />
        <Group>
          <Button type="submit" loading={sending} disabled={accountId === "" || compartment === ""}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import type { Problem } from "#components/ui/problem.ts";
import { useRouter } from "next/navigation";
import classes from "./keys.module.css";
import { type Held, Protocol, type ProtocolWords } from "./protocol.tsx";

/** Lines of a written share. */
const SHARE_LINES = 4;

interface Words extends ProtocolWords {
  readonly fields: readonly string[];
  readonly help: string;
  readonly submit: string;
  readonly done: string;
  readonly again: string;
}

/**
 * Custodians type their shares, one after the other; what they typed goes from the page with the answer.
 * @param needed how many it takes
 * @param leader who is signed in
 */
export function DrillForm({
  needed,
  generation,
  leader,
  words,
}: {
  readonly needed: number;
  readonly generation: string;
  readonly leader: string;
  readonly words: Words;
}) {
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand("keys.drill");
  const empty = Array.from({ length: needed }, () => "");
  const [shares, setShares] = useState(empty);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [held, setHeld] = useState<Held | null>(null);

  async function hold(): Promise<void> {
    const answer = await send({ shares });
    const found = answer.ok ? heldIn(answer.result) : null;
    setProblem(answer.ok ? null : answer.problem);
    if (found === null) return;
    setShares(empty);
    setHeld(found);
    announce(words.done);
    router.refresh();
  }

  if (held !== null)
    return (
      <Stack gap="md">
        <Protocol held={held} generation={generation} leader={leader} words={words} />
        <Group className={classes.acts}>
          <Button variant="default" onClick={() => setHeld(null)}>
            {words.again}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <form
      method="post"
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void hold();
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        {words.fields.map((label, at) => {
          const found = problem?.fields?.find(({ path }) => path === `shares.${at}`);
          return (
            <Textarea
              key={label}
              required
              dir="ltr"
              className={classes.share}
              label={label}
              description={words.help}
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              rows={SHARE_LINES}
              value={shares[at] ?? ""}
              onChange={(event) => setShares(shares.with(at, event.currentTarget.value))}
              error={found === undefined ? null : fieldText(found)}
            />
          );
        })}
        <Group>
          <Button type="submit" loading={sending}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Guarantee: the door answers `keys.drill` so (lib/keys/commands/hold-drill.ts). */
function heldIn(answer: unknown): Held | null {
  const isHeld = typeof answer === "object" && answer !== null && "set" in answer && "numbers" in answer;
  return isHeld ? (answer as Held) : null;
}

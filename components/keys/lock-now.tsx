"use client";

import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { ConfirmAct } from "#components/ui/confirm-act.tsx";

/** The program ends and starts locked; how long that takes at most before the page is left all the same. */
const WAIT_MS = 20_000;
const EVERY_MS = 500;

/** Locks the program for everybody, and leads to the page that asks for the passphrase. */
export function LockNow({ words }: { words: { readonly [word in "label" | "text" | "locking"]: string } }) {
  const { send } = useCommand("keys.lock");
  const [asking, setAsking] = useState(false);
  const [locking, setLocking] = useState(false);

  async function lock() {
    const answer = await send({});
    if (!answer.ok) return answer.problem;
    setLocking(true);
    void whenLocked().then(() => location.assign("/"));
    return null;
  }

  return (
    <>
      <Button
        color="red"
        variant="light"
        leftSection={<IconLock size={18} stroke={1.7} aria-hidden />}
        disabled={locking}
        onClick={() => setAsking(true)}
      >
        {locking ? words.locking : words.label}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.label}
        text={words.text}
        onConfirm={lock}
      />
    </>
  );
}

async function whenLocked(): Promise<void> {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    await new Promise((done) => setTimeout(done, EVERY_MS));
    const answer: unknown = await fetch("/api/health", { cache: "no-store" })
      .then((response) => response.json())
      .catch(() => null);
    if (typeof answer === "object" && answer !== null && "locked" in answer) return;
  }
}

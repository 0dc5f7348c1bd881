"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { announce } from "#components/ui/announce.ts";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useCommand } from "./use-command.ts";

/**
 * A form of a few fields that sends one command and stays where it is: no draft, no conflict.
 * @param command the verb that is sent
 * @param done said when it is done
 */
export function useSmallForm(command: string, done: string) {
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand(command);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    sending,
    problem,
    /** What is wrong with a field, in words. */
    wrong: (path: string): string | null => {
      const found = problem?.fields?.find((one) => one.path === path);
      return found ? fieldText(found) : null;
    },
    /** @param clear empties the fields; only called when it is done, so that nothing typed is lost */
    async submit(input: unknown, clear: () => void): Promise<void> {
      const answer = await send(input);
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      clear();
      announce(done);
      router.refresh();
    },
  };
}

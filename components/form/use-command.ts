"use client";

import { useCallback, useRef, useState } from "react";
import { type Act, actFor } from "./act.ts";
import { type Answer, postJson } from "./post-json.ts";

export interface CommandSender {
  /** Sends one act. Resolves in every case; a lost connection is a problem of the kind `unavailable`. */
  send(input: unknown): Promise<Answer>;
  readonly sending: boolean;
}

/** Sends the command of this name (`testimony.submit`) to its door. */
export const useCommand = (name: string): CommandSender => useAct(`/api/v1/${name}`);

/** Sends acts to a door that takes `{ input, requestId }`. */
export function useAct(path: string): CommandSender {
  const unanswered = useRef<Act | null>(null);
  const [sending, setSending] = useState(false);
  const send = useCallback(
    async (input: unknown) => {
      const act = actFor(unanswered.current, input, () => crypto.randomUUID());
      unanswered.current = act;
      setSending(true);
      const answer = await postJson(path, { input, requestId: act.requestId });
      setSending(false);
      if (answer.ok || answer.problem.code !== "unavailable") unanswered.current = null;
      return answer;
    },
    [path],
  );
  return { send, sending };
}

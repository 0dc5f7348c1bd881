"use client";

import { useEffect, useRef, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { isolated } from "#components/ui/isolated.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Asked again so often at most, and only as long as somebody works on the page: nothing keeps a session from ending here. */
const ASK_AGAIN_MS = 20_000;

interface Props {
  readonly recordId: string;
  /** Names of the other reviewers who had it open when the page was made. */
  readonly names: readonly string[];
}

/** Who else has the record open to decide on it. */
export function AlsoHere({ recordId, names: first }: Props) {
  const t = useTranslator("review");
  const [names, setNames] = useState(first);
  const askedAt = useRef(0);
  useEffect(() => {
    askedAt.current = Date.now();
    const abort = new AbortController();
    const atWork = (): void => {
      if (Date.now() - askedAt.current < ASK_AGAIN_MS) return;
      askedAt.current = Date.now();
      void postJson("/api/v1/ask/presence.read", { input: { recordId } }, abort.signal).then((answer) => {
        if (answer.ok && !abort.signal.aborted) setNames(namesIn(answer.result));
      });
    };
    const works = ["keydown", "pointermove", "focus"] as const;
    for (const one of works) window.addEventListener(one, atWork, { passive: true });
    return () => {
      abort.abort();
      for (const one of works) window.removeEventListener(one, atWork);
    };
  }, [recordId]);
  return (
    <output>
      {names.map((name) => (
        <StatusPill key={name} tone="caution" label={t("alsoHere", { name: isolated(name) })} />
      ))}
    </output>
  );
}

function namesIn(answer: unknown): readonly string[] {
  const present: unknown = Reflect.get(Object(answer), "present");
  if (!Array.isArray(present)) return [];
  return present.flatMap((one: unknown) => {
    const name: unknown = Reflect.get(Object(one), "name");
    return typeof name === "string" ? [name] : [];
  });
}

"use client";

import { useEffect, useRef, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { isolated } from "#components/ui/isolated.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";

/** Asked again so often at most, and only when a key or a button is pressed, which keeps a session open in any case. */
const ASK_AGAIN_MS = 20_000;

interface Props {
  readonly recordId: string;
  /** The other reviewers who had opened it when the page was made, and when. */
  readonly present: readonly Present[];
}

interface Present {
  readonly name: string;
  /** Unix milliseconds. */
  readonly at: number;
}

/** Which other reviewers opened the record a short while ago. */
export function AlsoHere({ recordId, present: first }: Props) {
  const t = useTranslator("review");
  const formats = useFormats();
  const [asked, setAsked] = useState<readonly Present[] | null>(null);
  const askedAt = useRef(0);
  useEffect(() => {
    askedAt.current = Date.now();
    const abort = new AbortController();
    const atWork = (): void => {
      if (Date.now() - askedAt.current < ASK_AGAIN_MS) return;
      askedAt.current = Date.now();
      void postJson("/api/v1/ask/presence.read", { input: { recordId } }, abort.signal).then((answer) => {
        if (answer.ok && !abort.signal.aborted) setAsked(presentIn(answer.result));
      });
    };
    const works = ["keydown", "click"] as const;
    for (const one of works) window.addEventListener(one, atWork, { passive: true });
    return () => {
      abort.abort();
      for (const one of works) window.removeEventListener(one, atWork);
    };
  }, [recordId]);
  const newest = (asked ?? []).concat(first).toSorted((a, b) => b.at - a.at);
  const present = [...new Map(newest.toReversed().map((one) => [one.name, one])).values()];
  return (
    <output data-presence="">
      {present.map(({ name, at }) => (
        <StatusPill
          key={name}
          tone="caution"
          label={t("alsoHere", { name: isolated(name), time: formats.time(at) })}
        />
      ))}
    </output>
  );
}

function presentIn(answer: unknown): readonly Present[] {
  const present: unknown = Reflect.get(Object(answer), "present");
  if (!Array.isArray(present)) return [];
  return present.flatMap((one: unknown) => {
    const name: unknown = Reflect.get(Object(one), "name");
    const at: unknown = Reflect.get(Object(one), "at");
    return typeof name === "string" && typeof at === "number" ? [{ name, at }] : [];
  });
}

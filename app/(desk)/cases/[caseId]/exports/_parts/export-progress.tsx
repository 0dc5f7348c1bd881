"use client";

import { Progress } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";

const POLL_MS = 2_000;
const UNDERWAY = ["queued", "building"];

interface Known {
  readonly status: string;
  readonly progress: number;
  readonly unreachable: boolean;
}

/** Follows an export while it is built, and reads the page again when it is done. */
export function ExportProgress({
  exportId,
  status,
  progress,
}: {
  exportId: string;
  status: string;
  progress: number;
}) {
  const t = useTranslator("exports");
  const formats = useFormats();
  const router = useRouter();
  const [known, setKnown] = useState<Known>({ status, progress, unreachable: false });

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async (): Promise<void> => {
      // Nobody looks: to go on asking would keep a session alive that nobody is at.
      if (document.hidden) return wait();
      const answer = await postJson("/api/v1/ask/export.read", { input: { exportId } }, stop.signal);
      if (stop.signal.aborted) return;
      const now = answer.ok ? stateIn(answer.result) : null;
      if (now && !UNDERWAY.includes(now.status)) return router.refresh();
      setKnown((before) => (now ? { ...now, unreachable: false } : { ...before, unreachable: true }));
      wait();
    };
    const wait = (): void => {
      timer = setTimeout(() => void poll(), POLL_MS);
    };
    wait();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [exportId, router]);

  return (
    <div>
      <Progress value={known.progress} size="lg" aria-label={t("page.progressLabel")} />
      <output>
        {known.status === "queued"
          ? t("page.waiting")
          : t("page.progress", { percent: formats.number(known.progress) })}
        {known.unreachable ? ` ${t("page.unreachable")}` : null}
      </output>
    </div>
  );
}

function stateIn(answer: unknown): { status: string; progress: number } | null {
  if (typeof answer !== "object" || answer === null) return null;
  const status: unknown = Reflect.get(answer, "status");
  const progress: unknown = Reflect.get(answer, "progress");
  return typeof status === "string"
    ? { status, progress: typeof progress === "number" ? progress : 0 }
    : null;
}

"use client";

import { Button, FileButton } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { type Problem, problemFrom, UNAVAILABLE } from "#components/ui/problem.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Attaches one file. The server computes its hash; the name never stands in an address. */
export function FileUpload({ testimonyId }: { testimonyId: string }) {
  const t = useTranslator("testimonies");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function upload(file: File | null): Promise<void> {
    if (!file) return;
    setBusy(true);
    setProblem(await sendFile(testimonyId, file));
    setBusy(false);
    router.refresh();
  }

  return (
    <>
      <FileButton onChange={(file) => void upload(file)}>
        {(props) => (
          <Button
            {...props}
            size="xs"
            variant="default"
            loading={busy}
            leftSection={<IconPaperclip size={15} aria-hidden />}
          >
            {t("files.attach")}
          </Button>
        )}
      </FileButton>
      {problem === null ? null : <ProblemAlert problem={problem} />}
    </>
  );
}

async function sendFile(testimonyId: string, file: File): Promise<Problem | null> {
  try {
    const response = await fetch(`/api/testimonies/${testimonyId}/attachments`, {
      method: "POST",
      headers: {
        "content-type": "application/octet-stream",
        "x-file-name": base64url(file.name),
        "x-request-id": crypto.randomUUID(),
      },
      body: file,
      credentials: "same-origin",
      cache: "no-store",
    });
    return response.ok ? null : problemFrom(response.status, await response.json().catch(() => null));
  } catch {
    return UNAVAILABLE;
  }
}

/** Header values are ASCII: the name travels as base64url of its UTF-8 bytes. */
function base64url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

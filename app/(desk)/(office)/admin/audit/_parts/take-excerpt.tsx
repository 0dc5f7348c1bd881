"use client";

import { Button, Stack } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { fetchFile } from "#components/form/fetch-file.ts";
import { saveFile } from "#components/form/save-file.ts";
import type { Problem } from "#components/ui/problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { EXCERPT_ENTRIES_MAX } from "#lib/audit/words.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./audit.module.css";

/** Takes the entries of the list along, each with its proof. @param sought what the list is narrowed by */
export function TakeExcerpt({
  sought,
}: {
  sought: Readonly<Record<string, string | number | readonly string[]>>;
}) {
  const t = useTranslator("audit");
  const { number } = useFormats();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function take(): Promise<void> {
    setBusy(true);
    const answer = await fetchFile("/api/audit-excerpt", sought);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) saveFile(answer.file, "audit-excerpt.zip");
  }

  return (
    <Stack gap="sm" align="start">
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => void take()}
      >
        {t("excerpt.take")}
      </Button>
      <p className={classes.help}>{t("excerpt.most", { most: number(EXCERPT_ENTRIES_MAX) })}</p>
      {problem === null ? null : <ProblemAlert problem={problem} />}
    </Stack>
  );
}

"use client";

import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { saveFile } from "#components/form/save-file.ts";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";

/** Takes the matrix along as a file: an act, so that it is in the log. */
export function TakeMatrix({ caseId, name }: { caseId: string; name: string }) {
  const t = useTranslator("rolls");
  const format = useFormats();
  const { send, sending } = useCommand("victimMatrix.export");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function take(): Promise<void> {
    const answer = await send({ caseId });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    // Guarantee: the command answers so (lib/victim-lists/commands/export-matrix.ts).
    const { table, persons } = answer.result as { table: string; persons: number };
    saveFile(new Blob([table], { type: "text/csv;charset=utf-8" }), name);
    announce(t("matrix.exported", { count: persons, number: format.number(persons) }));
  }

  return (
    <Stack gap="sm" align="start">
      {problem === null ? null : <ProblemAlert problem={problem} />}
      <Button variant="default" loading={sending} onClick={() => void take()}>
        {t("matrix.export")}
      </Button>
    </Stack>
  );
}

"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import type { Problem } from "#components/ui/problem.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";

/** Adds pasted rows to a list. It has no draft: what is typed is kept nowhere before it is sealed. */
export function AddRows({ listId }: { listId: string }) {
  const t = useTranslator("rolls");
  const format = useFormats();
  const fieldText = useFieldProblemText();
  const router = useRouter();
  const { send, sending } = useCommand("victimList.addEntries");
  const [rows, setRows] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const faults = (problem?.fields ?? []).map((one) => {
    const [, row, field] = one.path.split(".");
    if (row === undefined || field === undefined) return fieldText(one);
    return t("add.row", {
      row: format.number(Number(row)),
      field: t(`pasted.${field}`),
      problem: fieldText(one),
    });
  });

  async function add(): Promise<void> {
    const answer = await send({ listId, rows });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setRows("");
    announce(t("add.done"));
    router.refresh();
  }

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Stack gap="md">
        {problem === null || faults.length > 0 ? null : <ProblemAlert problem={problem} />}
        <Textarea
          required
          autosize
          minRows={4}
          maxRows={16}
          autoComplete="off"
          spellCheck={false}
          label={t("add.label")}
          {...inputDir("auto", rows)}
          value={rows}
          onChange={(event) => setRows(event.currentTarget.value)}
          error={faults[0] ?? null}
        />
        {faults.length > 1 ? (
          <div role="alert">
            <ul>
              {faults.slice(1).map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
              {faults.length >= FAULTS_MAX ? <li>{t("add.more")}</li> : null}
            </ul>
          </div>
        ) : null}
        <Group>
          <Button type="submit" loading={sending} disabled={rows.trim() === ""}>
            {t("add.action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** As many as the server names at once. */
const FAULTS_MAX = 50;

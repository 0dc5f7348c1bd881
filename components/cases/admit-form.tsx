"use client";

import { Button, Group, NativeSelect, Select, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Admits an account to a case: who, in which role, until when, and why. */
export function AdmitForm({
  caseId,
  accounts,
  roles,
}: {
  caseId: string;
  accounts: readonly Choice[];
  roles: readonly Choice[];
}) {
  const t = useTranslator("cases");
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand("member.admit");
  const [accountId, setAccountId] = useState<string | null>(null);
  const [role, setRole] = useState(roles[0]?.value ?? "");
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function admit(): Promise<void> {
    const expiresAt = until === "" ? null : new Date(until).getTime();
    const answer = await send({ caseId, accountId, role, expiresAt, reason });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setAccountId(null);
    setUntil("");
    setReason("");
    announce(t("members.admitted"));
    router.refresh();
  }

  const wrong = (path: string) => {
    const found = problem?.fields?.find((one) => one.path === path);
    return found ? fieldText(found) : null;
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void admit();
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <Group align="flex-start" gap="md">
          <Select
            required
            searchable
            label={t("members.chooseAccount")}
            description={t("members.moreAccounts", { count: accounts.length })}
            data={accounts}
            value={accountId}
            onChange={setAccountId}
            error={wrong("accountId")}
          />
          <NativeSelect
            required
            label={t("members.chooseRole")}
            data={[...roles]}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t("members.expires")}
            description={t("members.never")}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            error={wrong("expiresAt")}
          />
        </Group>
        <TextInput
          label={t("members.why")}
          description={t("members.whyHelp")}
          autoComplete="off"
          {...inputDir("auto", reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={wrong("reason")}
        />
        <Group>
          <Button type="submit" loading={sending} disabled={accountId === null}>
            {t("members.admit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

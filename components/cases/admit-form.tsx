"use client";

import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { useSmallForm } from "#components/form/use-small-form.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
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
  const { sending, problem, wrong, submit } = useSmallForm("member.admit", t("members.admitted"));
  const [accountId, setAccountId] = useState<string | null>(null);
  const [role, setRole] = useState(roles[0]?.value ?? "");
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");

  function admit(): Promise<void> {
    const expiresAt = until === "" ? null : new Date(until).getTime();
    return submit({ caseId, accountId, role, expiresAt, reason }, () => {
      setAccountId(null);
      setUntil("");
      setReason("");
    });
  }

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
          <NativeChoice
            required
            label={t("members.chooseRole")}
            data={[...roles]}
            value={role}
            onChoose={setRole}
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

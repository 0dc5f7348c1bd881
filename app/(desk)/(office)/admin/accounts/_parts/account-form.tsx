"use client";

import { Button, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { PASSWORD_LENGTH } from "#lib/accounts/words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/**
 * Name, name shown and password of a new account. What is typed is kept by no draft.
 * @param human whose further account it is; null for somebody new
 */
export function AccountForm({ back, human }: { back: string; human: string | null }) {
  const t = useTranslator("accounts");
  const common = useTranslator("common");
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand("account.create");
  const [values, setValues] = useState({ name: "", displayName: "", password: "" });
  const [problem, setProblem] = useState<Problem | null>(null);

  async function create(): Promise<void> {
    const answer = await send(human === null ? values : { ...values, displayName: null, humanId: human });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    announce(t("created"));
    router.push(back);
    router.refresh();
  }

  const field = (name: keyof typeof values) => {
    const wrong = problem?.fields?.find((one) => one.path === name);
    return {
      label: t(`fields.${name}.label`),
      description: t(`fields.${name}.help`),
      required: true,
      value: values[name],
      error: wrong ? fieldText(wrong) : null,
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setValues((before) => ({ ...before, [name]: value }));
      },
    };
  };

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Stack gap="md" maw="32rem">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <TextInput {...field("name")} dir="ltr" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        {human === null ? <TextInput {...field("displayName")} dir="auto" autoComplete="off" /> : null}
        <PasswordInput
          {...field("password")}
          autoComplete="new-password"
          minLength={PASSWORD_LENGTH.min}
          maxLength={PASSWORD_LENGTH.max}
          visibilityToggleButtonProps={{ "aria-label": t("fields.password.show") }}
        />
        <Group>
          <Button type="submit" loading={sending}>
            {t("create")}
          </Button>
          <Button component={Link} href={back} prefetch={false} variant="default">
            {common("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

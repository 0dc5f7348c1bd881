"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { InvitationLink } from "./invitation-link.tsx";

/**
 * Name and name shown of a new account, and then the link by which its person chooses the password.
 * @param human whose further account it is; null for somebody new
 */
export function AccountForm({ back, human }: { back: string; human: string | null }) {
  const t = useTranslator("accounts");
  const common = useTranslator("common");
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand("account.invite");
  const [values, setValues] = useState({ name: "", displayName: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [invitationId, setInvitationId] = useState<string | null>(null);

  async function create(): Promise<void> {
    const answer = await send(human === null ? values : { ...values, displayName: null, humanId: human });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    // Guarantee: the command answers so (lib/accounts/commands/invite.ts).
    setInvitationId((answer.result as { invitationId: string }).invitationId);
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

  if (invitationId !== null) {
    return (
      <Stack gap="md" maw="40rem" align="stretch">
        <output>{t("created")}</output>
        <InvitationLink invitationId={invitationId} />
        <Button component={Link} href={back} prefetch={false} variant="default">
          {t("title")}
        </Button>
      </Stack>
    );
  }

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

"use client";

import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAct } from "#components/form/use-command.ts";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText, useProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Has the link mailed. It stands beside the link, which whoever cannot mail it hands over. */
export function MailLink({ invitationId }: { invitationId: string }) {
  const t = useTranslator("accounts");
  const fieldText = useFieldProblemText();
  const problemText = useProblemText();
  const { send, sending } = useAct("/api/mail-link");
  const [email, setEmail] = useState("");
  const [isSent, setSent] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = problem?.fields?.find(({ path }) => path === "email");

  async function mail(): Promise<void> {
    setSent(false);
    const answer = await send({ invitationId, email });
    setProblem(answer.ok ? null : answer.problem);
    setSent(answer.ok);
    if (answer.ok) setEmail("");
  }

  return (
    <form
      noValidate
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void mail();
      }}
    >
      <Stack gap="sm">
        {problem === null || wrong ? null : (
          <Alert role="alert" color="red" title={t("mail.notSent")}>
            {problemText(problem)}
          </Alert>
        )}
        <TextInput
          type="email"
          dir="ltr"
          autoComplete="off"
          required
          label={t("mail.to")}
          description={t("mail.toHelp")}
          error={wrong ? fieldText(wrong) : null}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={sending} disabled={email === ""}>
            {t("mail.send")}
          </Button>
          <output>{isSent ? t("mail.sent") : null}</output>
        </Group>
      </Stack>
    </form>
  );
}

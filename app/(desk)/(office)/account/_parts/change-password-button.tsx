"use client";

import { Button, Group, Modal, PasswordInput, Stack } from "@mantine/core";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { useRouter } from "next/navigation";

/** Changes one's own password. Who sits there is asked first, where that was not just proven. */
export function ChangePasswordButton({ accountName }: { accountName: string }) {
  const t = useTranslator("account");
  const common = useTranslator("common");
  const entrance = useTranslator("entrance");
  const fieldText = useFieldProblemText();
  const router = useRouter();
  const { send, sending } = useCommand("account.changePassword");
  const [opened, setOpened] = useState(false);
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = problem?.fields?.find(({ path }) => path === "password");

  function close(): void {
    setOpened(false);
    setPassword("");
    setProblem(null);
  }

  async function change(): Promise<void> {
    const answer = await send({ password });
    if (!answer.ok) return setProblem(answer.problem);
    close();
    announce(t("password.changed"));
    router.refresh();
  }

  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        {t("password.change")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t("password.change")}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void change();
          }}
        >
          <Stack gap="md">
            {problem === null || wrong ? null : <ProblemAlert problem={problem} />}
            <input type="hidden" name="username" autoComplete="username" value={accountName} readOnly />
            <PasswordInput
              data-autofocus
              label={t("password.new")}
              description={t("password.help")}
              name="password"
              autoComplete="new-password"
              required
              visibilityToggleButtonProps={{ "aria-label": entrance("signIn.showPassword") }}
              error={wrong ? fieldText(wrong) : null}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {common("cancel")}
              </Button>
              <Button type="submit" loading={sending}>
                {t("password.change")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

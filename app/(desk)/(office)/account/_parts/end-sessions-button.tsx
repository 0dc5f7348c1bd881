"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { signOut } from "#components/form/session-requests.ts";
import { useCommand } from "#components/form/use-command.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Ends every session of the account on the server, then removes the cookie of this one. */
export function EndSessionsButton() {
  const t = useTranslator("account");
  const common = useTranslator("common");
  const { send, sending } = useCommand("session.end");
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function endAll(): Promise<void> {
    const answer = await send({ everywhere: true });
    if (answer.ok || answer.problem.code === "signed_out") await signOut();
    else setProblem(answer.problem);
  }

  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t("endAll")}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("endAll")}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        <Stack gap="md">
          {problem === null ? null : <ProblemAlert problem={problem} />}
          <p>{t("endAllText")}</p>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {common("cancel")}
            </Button>
            <Button color="red" loading={sending} onClick={() => void endAll()}>
              {t("endAll")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

"use client";

import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AppPicture } from "#components/entrance/app-picture.tsx";
import { postJson } from "#components/form/post-json.ts";
import type { AppOffer } from "#components/form/session-requests.ts";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Connects another authenticator app. */
export function AddAppButton() {
  const t = useTranslator("account");
  const common = useTranslator("common");
  const entrance = useTranslator("entrance");
  const fieldText = useFieldProblemText();
  const router = useRouter();
  const { send, sending } = useCommand("factor.addTotp");
  const [offer, setOffer] = useState<AppOffer | null>(null);
  const [typed, setTyped] = useState({ label: "", code: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = (name: string) => {
    const found = problem?.fields?.find(({ path }) => path === name);
    return found ? fieldText(found) : null;
  };

  async function open(): Promise<void> {
    const answer = await postJson("/api/v1/ask/factor.offerTotp", { input: {} });
    // Guarantee: the query answers so (lib/factors/queries/offer-totp.ts).
    if (answer.ok) setOffer(answer.result as AppOffer);
    else setProblem(answer.problem);
  }

  function close(): void {
    setOffer(null);
    setTyped({ label: "", code: "" });
    setProblem(null);
  }

  async function add(): Promise<void> {
    const label = typed.label.trim() === "" ? null : typed.label;
    const answer = await send({ offer: offer?.offer ?? "", code: typed.code, label });
    if (!answer.ok) return setProblem(answer.problem);
    close();
    announce(t("second.added"));
    router.refresh();
  }

  return (
    <>
      <Button variant="default" size="xs" onClick={() => void open()}>
        {t("second.add")}
      </Button>
      <Modal
        opened={offer !== null || problem !== null}
        onClose={close}
        title={t("second.add")}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Stack gap="md">
            {problem === null || problem.fields?.length ? null : <ProblemAlert problem={problem} />}
            {offer === null ? null : (
              <>
                <p>{t("second.addText")}</p>
                <AppPicture offer={offer} />
                <TextInput
                  label={t("second.label")}
                  dir="auto"
                  maxLength={200}
                  error={wrong("label")}
                  value={typed.label}
                  onChange={({ currentTarget: { value } }) =>
                    setTyped((before) => ({ ...before, label: value }))
                  }
                />
                <TextInput
                  label={entrance("factor.code")}
                  dir="ltr"
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  required
                  error={wrong("code")}
                  value={typed.code}
                  onChange={({ currentTarget: { value } }) =>
                    setTyped((before) => ({ ...before, code: value }))
                  }
                />
                <Group justify="flex-end">
                  <Button variant="default" onClick={close}>
                    {common("cancel")}
                  </Button>
                  <Button type="submit" loading={sending}>
                    {t("second.add")}
                  </Button>
                </Group>
              </>
            )}
          </Stack>
        </form>
      </Modal>
    </>
  );
}

"use client";

import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { makePasskey, type PasskeyFailure, useKnowsPasskeys } from "#components/entrance/passkey.ts";
import { postJson } from "#components/form/post-json.ts";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import type { PasskeyCreation } from "#lib/factors/words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

interface Offer {
  readonly offer: string;
  readonly creation: PasskeyCreation;
}

/** Connects a passkey; nothing where the browser has none. */
export function AddPasskeyButton() {
  const t = useTranslator("account");
  const common = useTranslator("common");
  const fieldText = useFieldProblemText();
  const router = useRouter();
  const { send } = useCommand("factor.addPasskey");
  const [offer, setOffer] = useState<Offer | null>(null);
  const [label, setLabel] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PasskeyFailure | "held" | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = problem?.fields?.find(({ path }) => path === "label");
  if (!useKnowsPasskeys()) return null;

  async function open(): Promise<void> {
    const answer = await postJson("/api/v1/ask/factor.offerPasskey", { input: {} });
    // Guarantee: the query answers so (lib/factors/queries/offer-passkey.ts).
    if (answer.ok) setOffer(answer.result as Offer);
    else setProblem(answer.problem);
  }

  function close(): void {
    setOffer(null);
    setLabel("");
    setFailure(null);
    setProblem(null);
  }

  async function add({ offer: leave, creation }: Offer): Promise<void> {
    setFailure(null);
    setProblem(null);
    const passkey = await makePasskey(creation);
    if (typeof passkey === "string") return setFailure(passkey);
    const answer = await send({ offer: leave, passkey, label: label.trim() === "" ? null : label });
    if (!answer.ok) return setProblem(answer.problem);
    close();
    announce(t("passkey.added"));
    router.refresh();
  }

  return (
    <>
      <Button variant="default" size="xs" onClick={() => void open()}>
        {t("passkey.add")}
      </Button>
      <Modal
        opened={offer !== null || problem !== null}
        onClose={close}
        title={t("passkey.add")}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (offer === null || busy) return;
            setBusy(true);
            void add(offer).finally(() => setBusy(false));
          }}
        >
          <Stack gap="md">
            {problem === null || wrong ? null : <ProblemAlert problem={problem} />}
            {failure === null ? null : (
              <Alert role="alert" color="red" title={t("passkey.notMade")}>
                {t(`passkey.${failure}`)}
              </Alert>
            )}
            {offer === null ? null : (
              <>
                <p>{t("passkey.text")}</p>
                <TextInput
                  data-autofocus
                  label={t("passkey.label")}
                  dir="auto"
                  maxLength={200}
                  error={wrong ? fieldText(wrong) : null}
                  value={label}
                  onChange={(event) => setLabel(event.currentTarget.value)}
                />
                <Group justify="flex-end">
                  <Button variant="default" onClick={close}>
                    {common("cancel")}
                  </Button>
                  <Button type="submit" loading={busy}>
                    {t("passkey.make")}
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

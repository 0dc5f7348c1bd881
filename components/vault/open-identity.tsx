"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFocusBack } from "#components/ui/use-focus-back.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { type OpenedIdentity, ShownIdentity } from "./shown-identity.tsx";
import { ReasonForm } from "./reason-form.tsx";

/** A group with a name, to which the focus comes back, and no frame. */
const BARE = { border: 0, margin: 0, padding: 0, minInlineSize: 0 };

interface Props {
  readonly identityId: string;
  /** Opening it takes a second person. */
  readonly demandsSecond: boolean;
  /** They said yes, and it was not used yet. */
  readonly isPermitted: boolean;
}

/**
 * Opens an identity for a reason. It is asked for by POSTs, so that neither the reason nor a word of it stands in an address; what
 * is opened is held by this page alone, and goes from the screen by itself.
 */
export function OpenIdentity({ identityId, demandsSecond, isPermitted }: Props) {
  const t = useTranslator("vault");
  const router = useRouter();
  const reveal = useCommand("identity.reveal");
  const request = useCommand("identity.requestReveal");
  const [opened, setOpened] = useState<OpenedIdentity | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const home = useFocusBack<HTMLFieldSetElement>(opened !== null);
  const close = useCallback(() => {
    setOpened(null);
    // Who looked has one line more, and a yes that was used is used.
    router.refresh();
  }, [router]);

  async function open(reason: string | null, why: string | null): Promise<Problem | null> {
    const answer = await reveal.send({ identityId, reasonCode: reason, why });
    if (!answer.ok) return answer.problem;
    // Guarantee: the command and the query answer so (lib/vault).
    const { id } = answer.result as { id: string };
    const read = await postJson("/api/v1/ask/identity.readRevealed", { input: { revealId: id } });
    if (!read.ok) return read.problem;
    setProblem(null);
    setOpened((read.result as { opened: OpenedIdentity }).opened);
    return null;
  }
  async function ask(reason: string, why: string | null): Promise<Problem | null> {
    const answer = await request.send({ identityId, reasonCode: reason, why });
    if (!answer.ok) return answer.problem;
    announce(t("reveal.requested"));
    router.refresh();
    return null;
  }

  if (opened !== null) return <ShownIdentity opened={opened} onClose={close} />;
  return (
    <fieldset ref={home} tabIndex={-1} aria-label={t("reveal.title")} style={BARE}>
      <Stack gap="md">
        {demandsSecond ? (
          isPermitted ? (
            <>
              {problem === null ? null : <ProblemAlert problem={problem} />}
              <p>{t("reveal.permitted")}</p>
              <Group>
                <Button loading={reveal.sending} onClick={() => void open(null, null).then(setProblem)}>
                  {t("reveal.show")}
                </Button>
              </Group>
            </>
          ) : (
            <>
              <p>{t("reveal.demandsSecond")}</p>
              <ReasonForm label={t("reveal.request")} sending={request.sending} onSend={ask} />
            </>
          )
        ) : (
          <ReasonForm label={t("reveal.show")} sending={reveal.sending} onSend={open} />
        )}
      </Stack>
    </fieldset>
  );
}

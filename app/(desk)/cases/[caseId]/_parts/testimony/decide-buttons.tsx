"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CommandButton } from "#components/form/command-button.tsx";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ConfirmReason } from "#components/ui/confirm-reason.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";

interface Props {
  testimonyId: string;
  version: number;
}

/** A reviewer's two answers to a submitted version: accept it, or send it back with a comment. */
export function DecideButtons({ testimonyId, version }: Props) {
  const t = useTranslator("testimonies");
  const router = useRouter();
  const { send } = useCommand("testimony.return");
  const [returning, setReturning] = useState(false);
  return (
    <>
      <CommandButton
        label={t("accept.action")}
        command="testimony.accept"
        input={{ testimonyId, version }}
        confirm={t("accept.text")}
        weight="primary"
        doneText={t("accept.done")}
      />
      <Button variant="default" onClick={() => setReturning(true)}>
        {t("return.action")}
      </Button>
      <ConfirmReason
        opened={returning}
        onClose={() => setReturning(false)}
        title={t("return.action")}
        explanation={t("return.text")}
        confirmLabel={t("return.action")}
        onConfirm={async (comment) => {
          const answer = await send({ testimonyId, version, comment });
          if (!answer.ok) return answer.problem;
          announce(t("return.done"));
          router.refresh();
          return null;
        }}
      />
    </>
  );
}

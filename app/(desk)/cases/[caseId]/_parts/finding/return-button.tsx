"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ConfirmReason } from "#components/ui/confirm-reason.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";

interface Props {
  findingId: string;
  version: number;
}

/** Gives a finding back to its author, with a comment. */
export function ReturnButton({ findingId, version }: Props) {
  const t = useTranslator("corroboration");
  const router = useRouter();
  const { send } = useCommand("finding.return");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("finding.return.action")}
      </Button>
      <ConfirmReason
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("finding.return.action")}
        explanation={t("finding.return.text")}
        confirmLabel={t("finding.return.action")}
        onConfirm={async (comment) => {
          const answer = await send({ findingId, version, comment });
          if (!answer.ok) return answer.problem;
          announce(t("finding.return.done"));
          router.refresh();
          return null;
        }}
      />
    </>
  );
}

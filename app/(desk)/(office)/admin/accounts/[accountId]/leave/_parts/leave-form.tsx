"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ConfirmAct } from "#components/ui/confirm-act.tsx";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

interface OpenCase {
  readonly id: string;
  readonly label: string;
  readonly successors: readonly { readonly value: string; readonly label: string }[];
}

const NOBODY = "nobody";

/** Who goes on with the work, case by case, why somebody leaves, and the act that ends it all. */
export function LeaveForm({
  account,
  cases,
}: {
  account: { readonly id: string; readonly version: number; readonly displayName: string };
  cases: readonly OpenCase[];
}) {
  const t = useTranslator("accounts");
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send } = useCommand("account.leave");
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function leave(): Promise<Problem | null> {
    const successors = Object.entries(chosen)
      .filter(([, value]) => value !== "")
      .map(([caseId, value]) => ({ caseId, accountId: value === NOBODY ? null : value }));
    const answer = await send({ accountId: account.id, version: account.version, reason, successors });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return answer.problem;
    announce(t("leaving.done"));
    router.push("/admin/accounts");
    router.refresh();
    return null;
  }

  const wrong = problem?.fields?.find((one) => one.path === "reason");
  const isWhole = reason.trim() !== "" && cases.every(({ id }) => (chosen[id] ?? "") !== "");
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
    >
      <Stack gap="md" maw="32rem">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        {cases.map(({ id, label, successors }) => (
          <NativeChoice
            key={id}
            required
            label={`${t("leaving.successor")}: ${label}`}
            description={successors.length === 0 ? t("leaving.noFit") : undefined}
            data={[
              { value: "", label: t("leaving.choose") },
              ...successors,
              { value: NOBODY, label: t("leaving.nobody") },
            ]}
            value={chosen[id] ?? ""}
            onChoose={(value) => setChosen((before) => ({ ...before, [id]: value }))}
          />
        ))}
        <TextInput
          required
          label={t("leaving.reason")}
          description={t("leaving.reasonHelp")}
          autoComplete="off"
          {...inputDir("auto", reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={wrong ? fieldText(wrong) : null}
        />
        <Group>
          <Button type="submit" color="red" disabled={!isWhole}>
            {t("leaving.submit")}
          </Button>
        </Group>
      </Stack>
      <ConfirmAct
        title={t("leaving.submit")}
        text={t("leaving.confirm", { name: account.displayName })}
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={leave}
      />
    </form>
  );
}

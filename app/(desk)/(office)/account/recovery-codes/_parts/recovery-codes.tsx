"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { CommandButton } from "#components/form/command-button.tsx";
import { postJson } from "#components/form/post-json.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./recovery-codes.module.css";

type Shown = { readonly codes: readonly string[] } | { readonly problem: Problem };

/** Shows the codes: at once on the way in, else when asked, since somebody may look on. `next`: where the way goes on. */
export function RecoveryCodes({ next }: { next: string | null }) {
  const t = useTranslator("account");
  const [shown, setShown] = useState<Shown | null>(null);
  const isOnTheWay = next !== null;

  const show = () => readCodes().then(setShown);
  useEffect(() => {
    if (isOnTheWay) void readCodes().then(setShown);
  }, [isOnTheWay]);

  return (
    <Stack gap="md" align="flex-start">
      {shown === null && !isOnTheWay ? <Button onClick={() => void show()}>{t("codes.show")}</Button> : null}
      {shown !== null && "problem" in shown ? <ProblemAlert problem={shown.problem} /> : null}
      {shown !== null && "codes" in shown ? <Codes codes={shown.codes} /> : null}
      <Group gap="sm">
        {next === null || shown === null ? null : (
          <LinkButton href={next} variant="filled">
            {t("codes.kept")}
          </LinkButton>
        )}
        {shown !== null && "codes" in shown ? (
          <>
            <Button variant="default" onClick={() => window.print()}>
              {t("codes.print")}
            </Button>
            {isOnTheWay ? null : (
              <CommandButton
                label={t("codes.renew")}
                command="factor.renewRecovery"
                input={{}}
                confirm={t("codes.renewText")}
                doneText={t("codes.renewed")}
                onDone={() => void show()}
              />
            )}
          </>
        ) : null}
      </Group>
    </Stack>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  const t = useTranslator("account");
  if (codes.length === 0) return <p>{t("codes.none")}</p>;
  return (
    <ul className={classes.codes} aria-label={t("codes.list")}>
      {codes.map((code) => (
        <li key={code}>
          <code dir="ltr">{code}</code>
        </li>
      ))}
    </ul>
  );
}

async function readCodes(): Promise<Shown> {
  const answer = await postJson("/api/v1/ask/factor.recoveryCodes", { input: {} });
  // Guarantee: the query answers so (lib/factors/queries/read-recovery-codes.ts).
  return answer.ok ? (answer.result as { codes: string[] }) : { problem: answer.problem };
}

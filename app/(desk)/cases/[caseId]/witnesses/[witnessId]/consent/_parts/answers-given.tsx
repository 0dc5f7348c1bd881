import { Stack } from "@mantine/core";
import { translator } from "#lib/i18n/server.ts";
import { AnswerInFull } from "./answer-in-full.tsx";
import type { Ledger } from "./ledger.ts";

/** Every answer that a person gave, the newest first, with how it was recorded. */
export async function AnswersGiven({ ledger: { answers, witness } }: { ledger: Ledger }) {
  const t = await translator("consent");
  if (answers.length === 0) return <p>{t("history.none")}</p>;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
      {answers.map((answer) => (
        <li key={answer.id}>
          <AnswerInFull answer={answer} isChild={witness.isChild || !witness.isAgeKnown} />
        </li>
      ))}
    </Stack>
  );
}

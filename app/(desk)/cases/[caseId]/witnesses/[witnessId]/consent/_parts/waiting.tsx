import { Group, Stack } from "@mantine/core";
import { CommandButton } from "#components/form/command-button.tsx";
import { translator } from "#lib/i18n/server.ts";
import { AnswerInFull } from "./answer-in-full.tsx";
import type { Ledger } from "./ledger.ts";

/** Answers that open more than was open, each for somebody else to approve. */
export async function Waiting({ ledger }: { ledger: Ledger }) {
  const t = await translator("consent");
  const all = ledger.cells.flatMap(({ key, waiting }) => waiting.map((answer) => ({ key, answer })));
  return (
    <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
      {all.map(({ key, answer }) => {
        const question = t(`fields.${key}.label`);
        return (
          <li key={answer.id}>
            <Group gap="sm" justify="space-between" align="flex-start">
              <AnswerInFull answer={answer} isChild={ledger.witness.isChild || !ledger.witness.isAgeKnown} />
              {ledger.may.approve && !answer.isOwn ? (
                <CommandButton
                  label={t("waiting.approve")}
                  name={t("waiting.approveName", { question })}
                  command="consent.approve"
                  input={{ answerId: answer.id, version: answer.version }}
                  confirm={t("waiting.confirm")}
                  size="xs"
                  doneText={t("waiting.approved")}
                />
              ) : null}
            </Group>
          </li>
        );
      })}
    </Stack>
  );
}

import { Stack, Text } from "@mantine/core";
import { translator } from "#lib/i18n/server.ts";
import { answerWords } from "./answer-words.ts";
import type { Ledger } from "./ledger.ts";

/** Every answer that a person gave, the newest first, with how it was recorded. */
export async function AnswersGiven({ answers }: Pick<Ledger, "answers">) {
  const [t, { words, limits, blanks, dayOf }] = await Promise.all([translator("consent"), answerWords()]);
  if (answers.length === 0) return <p>{t("history.none")}</p>;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
      {answers.map((answer) => {
        const open = blanks(answer);
        return (
          <li key={answer.id}>
            <strong>{t(`fields.${answer.recipientClass}_${answer.purpose}.label`)}</strong>: {words(answer)}
            <Text size="sm" c="dimmed">
              {[dayOf(answer.answeredAt), ...limits(answer)].join(" · ")}
              {answer.by === null ? null : (
                <>
                  {" · "}
                  <bdi>{t("history.by", { name: answer.by })}</bdi>
                </>
              )}
              {answer.approver === null ? null : (
                <>
                  {" · "}
                  <bdi>{t("history.approvedBy", { name: answer.approver })}</bdi>
                </>
              )}
            </Text>
            {open.length === 0 ? null : (
              <Text size="sm">{t("history.missing", { fields: open.join(", ") })}</Text>
            )}
            {answer.conditions.map((condition) =>
              condition["kind"] === "other" ? (
                <Text key="other" size="sm" dir="auto">
                  {String(condition["text"])}
                </Text>
              ) : null,
            )}
            {answer.note === null ? null : (
              <Text size="sm" dir="auto">
                {answer.note}
              </Text>
            )}
          </li>
        );
      })}
    </Stack>
  );
}

import { Text } from "@mantine/core";
import { translator } from "#lib/i18n/server.ts";
import { answerWords, gapsIn } from "./answer-words.ts";
import type { GivenAnswer } from "./ledger.ts";

interface Props {
  answer: GivenAnswer;
  isChild: boolean;
}

/** One answer with all that it rests on: what whoever approves it has to have read. */
export async function AnswerInFull({ answer, isChild }: Props) {
  const [t, { words, limits, day }] = await Promise.all([translator("consent"), answerWords()]);
  const { blank, notDone } = gapsIn(answer, isChild);
  const labels = (fields: readonly string[]) => fields.map((field) => t(`fields.${field}.label`)).join(" · ");
  return (
    <div>
      <strong>{t(`fields.${answer.recipientClass}_${answer.purpose}.label`)}</strong>: {words(answer)}
      <Text size="sm" c="dimmed">
        {[day(answer.answeredAt), ...limits(answer)].join(" · ")}
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
      {blank.length === 0 ? null : <Text size="sm">{t("history.missing", { fields: labels(blank) })}</Text>}
      {notDone.length === 0 ? null : (
        <Text size="sm">{t("history.notDone", { fields: labels(notDone) })}</Text>
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
    </div>
  );
}

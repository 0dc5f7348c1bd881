import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from "@mantine/core";
import type { PillTone } from "#components/ui/pill-tones.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { translator } from "#lib/i18n/server.ts";
import { answerWords } from "./answer-words.ts";
import type { Ledger } from "./ledger.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

const TONES: Readonly<Record<string, PillTone>> = {
  yes: "good",
  no: "bad",
  not_asked: "quiet",
  prefer_not_to_say: "neutral",
};

/** What stands to each question, and the way to take it back. */
export async function Standing({ ledger }: { ledger: Ledger }) {
  const [t, exports, { words, limits, day }] = await Promise.all([
    translator("consent"),
    translator("exports"),
    answerWords(),
  ]);
  return (
    <TableScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs" aria-label={t("standing.caption")}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">{t("standing.question")}</TableTh>
            <TableTh scope="col">{t("standing.answer")}</TableTh>
            {ledger.may.write ? <TableTh scope="col">{t("standing.act")}</TableTh> : null}
          </TableTr>
        </TableThead>
        <TableTbody>
          {ledger.cells.map(({ key, standing, waiting }) => (
            <TableTr key={key}>
              <TableTd>{t(`fields.${key}.label`)}</TableTd>
              <TableTd>
                {standing.length === 0 ? (
                  <StatusPill label={t("answer.not_asked")} tone="quiet" />
                ) : (
                  standing.map((answer) => (
                    <div key={answer.id}>
                      <StatusPill
                        label={words(answer)}
                        tone={answer.barredBy.length > 0 ? "caution" : (TONES[answer.answer] ?? "neutral")}
                      />
                      {answer.barredBy[0] === undefined ? null : (
                        <Text size="sm">
                          {t("standing.but")} {exports(`rule.${answer.barredBy[0]}`)}
                        </Text>
                      )}
                      <Text size="sm" c="dimmed">
                        {[t("standing.since", { day: day(answer.answeredAt) }), ...limits(answer)].join(
                          " · ",
                        )}
                      </Text>
                    </div>
                  ))
                )}
                {waiting.length === 0 ? null : <Text size="sm">{t("standing.waits")}</Text>}
              </TableTd>
              {ledger.may.write ? (
                <TableTd>
                  {ledger.canWithdraw.includes(key) &&
                  [...standing, ...waiting].some(({ answer }) => answer === "yes") ? (
                    <WithdrawButton ledger={ledger} cell={key} />
                  ) : null}
                </TableTd>
              ) : null}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

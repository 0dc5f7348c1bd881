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
import { formats, translator } from "#lib/i18n/server.ts";
import type { readRecipient } from "#lib/recipients/queries/read-recipient.ts";
import { ASSURANCES_OF, RecipientClass } from "#lib/release/vocabulary.ts";

type Answer = Awaited<ReturnType<typeof readRecipient.run>>;

/** What a recipient assures, with its days, and what is asked of its kind and not given. */
export async function Assurances({
  recipientClass,
  assurances,
}: Pick<Answer, "recipientClass" | "assurances">) {
  const [t, format] = await Promise.all([translator("recipients"), formats()]);
  const isAsked = (kind: string) =>
    ASSURANCES_OF[RecipientClass.parse(recipientClass)].some((one) => one === kind);
  const given = assurances.map(({ kind, from, until }) => ({
    kind,
    from: format.day(from),
    until: format.day(until),
  }));
  const missing = ASSURANCES_OF[RecipientClass.parse(recipientClass)]
    .filter((kind) => !assurances.some((one) => one.kind === kind))
    .map((kind) => ({ kind, from: null, until: null }));
  const rows = [...given, ...missing];
  if (rows.length === 0) return <p>{t("assurances.none")}</p>;
  return (
    <TableScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" aria-label={t("assurances.caption")}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">{t("assurances.kind")}</TableTh>
            <TableTh scope="col">{t("assurances.from")}</TableTh>
            <TableTh scope="col">{t("assurances.until")}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {rows.map(({ kind, from, until }, index) => (
            <TableTr key={`${kind} ${index}`}>
              <TableTd>
                {t(`assurance.${kind}`)}
                {isAsked(kind) ? (
                  <Text size="sm" c="dimmed">
                    {t("asked")}
                  </Text>
                ) : null}
              </TableTd>
              {from === null ? (
                <TableTd colSpan={2}>
                  <strong>{t("assurances.missing")}</strong>
                </TableTd>
              ) : (
                <>
                  <TableTd>{from}</TableTd>
                  <TableTd>{until}</TableTd>
                </>
              )}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

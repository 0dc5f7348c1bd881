import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from "@mantine/core";
import { Code } from "#components/ui/code.tsx";
import { formats, translator } from "#lib/i18n/server.ts";

interface Look {
  readonly seq: number;
  readonly at: number;
  readonly act: string;
  readonly isOfRecord: boolean;
  readonly code: string | null;
  readonly times: number;
}

/** What was looked at while a case was open in an emergency, each once, in the order in which it first was. */
export async function LooksTable({ looks, hasMore }: { looks: readonly Look[]; hasMore: boolean }) {
  const [t, words, format] = await Promise.all([translator("emergencies"), translator("audit"), formats()]);
  return (
    <>
      {looks.length === 0 ? <p>{t("looks.none")}</p> : null}
      <TableScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t("looks.title")}>
          <TableThead>
            <TableTr>
              <TableTh scope="col">{t("looks.time")}</TableTh>
              <TableTh scope="col">{t("looks.what")}</TableTh>
              <TableTh scope="col">{t("looks.record")}</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {looks.map(({ times, ...look }) => (
              <TableTr key={look.seq}>
                <TableTd>{format.instant(look.at)}</TableTd>
                <TableTd>
                  {words(`acts.${look.act}`)}
                  {times === 1 ? null : ` ${t("looks.times", { count: format.number(times) })}`}
                </TableTd>
                <TableTd>
                  {look.code === null ? (
                    look.isOfRecord ? (
                      t("looks.hidden")
                    ) : null
                  ) : (
                    <Code code={look.code} />
                  )}
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
      <p>{t("looks.closed")}</p>
      {hasMore ? <p>{t("looks.more", { count: format.number(looks.length) })}</p> : null}
    </>
  );
}

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
}

/** What was looked at while a case was open in an emergency, in the order in which it was. */
export async function LooksTable({ looks, hasMore }: { looks: readonly Look[]; hasMore: boolean }) {
  const [t, words, format] = await Promise.all([translator("emergencies"), translator("audit"), formats()]);
  if (looks.length === 0) return <p>{t("looks.none")}</p>;
  return (
    <>
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
            {looks.map((look) => (
              <TableTr key={look.seq}>
                <TableTd>{format.instant(look.at)}</TableTd>
                <TableTd>{words(`acts.${look.act}`)}</TableTd>
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
      {hasMore ? <p>{t("looks.more", { count: format.number(looks.length) })}</p> : null}
    </>
  );
}

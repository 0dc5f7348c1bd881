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

/** What was looked at while a case was open in an emergency, each once, in the order in which it first was. */
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
            {eachOnce(looks).map(({ times, ...look }) => (
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
      {hasMore ? <p>{t("looks.more", { count: format.number(looks.length) })}</p> : null}
    </>
  );
}

/** Nobody reads the same line ten times: a page asks for the same again and again. */
function eachOnce(looks: readonly Look[]): (Look & { times: number })[] {
  const alike = Map.groupBy(looks, ({ seq, act, isOfRecord, code }) =>
    // A record that is closed to the reader may be another one each time.
    isOfRecord && code === null ? String(seq) : `${act} ${code ?? ""}`,
  );
  return [...alike.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, times: more.length + 1 }] : [],
  );
}

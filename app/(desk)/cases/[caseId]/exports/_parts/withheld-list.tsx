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
import { translator } from "#lib/i18n/server.ts";

/** Records that stay, each with the rule in words and who can change it. */
export async function WithheldList({
  items,
}: {
  items: readonly { kind: string; code: string; rule: string; title?: string | null }[];
}) {
  const [t, dossier] = await Promise.all([translator("exports"), translator("dossier")]);
  return (
    <TableScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" aria-label={t("withheld.caption")}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">{t("withheld.record")}</TableTh>
            <TableTh scope="col">{t("withheld.why")}</TableTh>
            <TableTh scope="col">{t("withheld.who")}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {items.map(({ kind, code, rule, title }) => (
            <TableTr key={`${kind} ${code}`}>
              <TableTd>
                {dossier(`withheldKind.${kind}`)} <Code code={code} />
                {title ? (
                  <div>
                    <bdi>{title}</bdi>
                  </div>
                ) : null}
              </TableTd>
              <TableTd>{t.has(`rule.${rule}`) ? t(`rule.${rule}`) : <Code code={rule} />}</TableTd>
              <TableTd>{t.has(`remedy.${rule}`) ? t(`remedy.${rule}`) : null}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

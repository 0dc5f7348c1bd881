import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from "@mantine/core";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { termSections } from "#components/retention/retention-sections.ts";
import { translator } from "#lib/i18n/server.ts";
import type { TermClass } from "#lib/retention/words.ts";

interface Term {
  readonly retentionClass: TermClass;
  readonly months: number;
  readonly seen: number;
}

/** For how long each class is kept. */
export async function Terms({
  caseId,
  terms,
  mayWrite,
}: {
  caseId: string;
  terms: readonly Term[];
  mayWrite: boolean;
}) {
  const t = await translator("retention");
  return (
    <Table withRowBorders>
      <TableThead>
        <TableTr>
          <TableTh>{t("terms.class")}</TableTh>
          <TableTh>{t("terms.months")}</TableTh>
          {mayWrite ? <TableTh>{t("terms.change")}</TableTh> : null}
        </TableTr>
      </TableThead>
      <TableTbody>
        {terms.map(({ retentionClass, months, seen }) => (
          <TableTr key={retentionClass}>
            <TableTh scope="row">{t(`class.${retentionClass}`)}</TableTh>
            <TableTd>{t("terms.count", { count: months })}</TableTd>
            {mayWrite ? (
              <TableTd>
                <FormInDialog
                  label={t("terms.changeName", { name: t(`class.${retentionClass}`) })}
                  size="xs"
                  form={{
                    command: "retention.setTerm",
                    namespace: "retention",
                    sections: termSections,
                    caseId,
                    fixed: { caseId, retentionClass, seen },
                    record: { months },
                    draftKey: `retention.setTerm.${retentionClass}`,
                  }}
                />
              </TableTd>
            ) : null}
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}

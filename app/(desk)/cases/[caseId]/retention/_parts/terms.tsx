import { Table } from "@mantine/core";
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
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("terms.class")}</Table.Th>
          <Table.Th>{t("terms.months")}</Table.Th>
          {mayWrite ? <Table.Th>{t("terms.change")}</Table.Th> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {terms.map(({ retentionClass, months, seen }) => (
          <Table.Tr key={retentionClass}>
            <Table.Th scope="row">{t(`class.${retentionClass}`)}</Table.Th>
            <Table.Td>{t("terms.count", { count: months })}</Table.Td>
            {mayWrite ? (
              <Table.Td>
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
              </Table.Td>
            ) : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

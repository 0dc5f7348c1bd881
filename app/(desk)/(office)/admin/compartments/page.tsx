import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from "@mantine/core";
import { AddCompartment } from "#components/compartments/add-compartment.tsx";
import { compartmentName } from "#components/compartments/compartment-names.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { listCompartments } from "#lib/compartments/queries/list-compartments.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";

/** The compartments that every case of the organisation has. */
export default async function CompartmentsPage() {
  const [t, locale, { rows }] = await Promise.all([
    translator("compartments"),
    requestLocale(),
    asked(listCompartments, {}),
  ]);
  return (
    <>
      <PageHeader title={t("office.title")} lead={t("office.lead")} />
      <Section id="compartments" title={t("office.title")}>
        <Table verticalSpacing="sm" aria-label={t("office.title")}>
          <TableThead>
            <TableTr>
              <TableTh scope="col">{t("one")}</TableTh>
              <TableTh scope="col">{t("office.rule")}</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {rows.map((row) => (
              <TableTr key={row.bit}>
                <TableTd>
                  <bdi>{compartmentName(t, locale, row)}</bdi>
                </TableTd>
                <TableTd>{t(row.sensitive ? "office.sensitive" : "office.plain")}</TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </Section>
      <Section id="add" title={t("office.add")}>
        <AddCompartment
          words={{
            name: t("office.nameLabel"),
            nameAr: t("office.nameAr"),
            sensitive: t("office.sensitiveLabel"),
            submit: t("office.submit"),
            added: t("office.added"),
          }}
        />
      </Section>
    </>
  );
}

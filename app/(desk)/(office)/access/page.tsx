import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  VisuallyHidden,
} from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { matrixRoles, permissionMatrix } from "#lib/access/matrix.ts";
import { requirePerson } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import classes from "./_parts/access.module.css";

export default async function AccessPage() {
  await requirePerson();
  const t = await translator("access");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="legend" title={t("legend.title")}>
        <ul>
          <li>{t("legend.caseRoles")}</li>
          <li>{t("legend.globalRoles")}</li>
          <li>{t("legend.fourEyes")}</li>
        </ul>
      </Section>
      <Section id="roles" title={t("roles")}>
        <Facts
          items={matrixRoles.map((role) => ({ label: t(`role.${role}`), value: t(`roleMeaning.${role}`) }))}
        />
      </Section>
      <Section id="matrix" title={t("matrix")}>
        <TableScrollContainer minWidth={960} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table className={classes.matrix} aria-label={t("matrix")} highlightOnHover>
            <TableThead>
              <TableTr>
                <TableTh scope="col">{t("permissionColumn")}</TableTh>
                {matrixRoles.map((role) => (
                  <TableTh key={role} scope="col">
                    {t(`role.${role}`)}
                  </TableTh>
                ))}
              </TableTr>
            </TableThead>
            <TableTbody>
              {permissionMatrix().map(({ permission, roles }) => (
                <TableTr key={permission}>
                  <TableTh scope="row">
                    {t(`permission.${permission}`)} <Code code={permission} />
                  </TableTh>
                  {matrixRoles.map((role, index) => (
                    <TableTd key={role} data-may={roles[index] || undefined}>
                      {roles[index] ? <IconCheck size={18} aria-hidden /> : <span aria-hidden>–</span>}
                      <VisuallyHidden>{t(roles[index] ? "legend.may" : "legend.mayNot")}</VisuallyHidden>
                    </TableTd>
                  ))}
                </TableTr>
              ))}
            </TableTbody>
          </Table>
        </TableScrollContainer>
      </Section>
    </>
  );
}

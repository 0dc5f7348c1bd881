import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from "@mantine/core";
import Link from "next/link";
import { CommandButton } from "#components/form/command-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { listFactors } from "#lib/factors/queries/list-factors.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { AddAppButton } from "./add-app-button.tsx";
import { AddPasskeyButton } from "./add-passkey-button.tsx";

/** What one shows besides the password, and the way to the recovery codes. */
export async function SecondStep() {
  const [t, format, held] = await Promise.all([translator("account"), formats(), asked(listFactors, {})]);
  return (
    <Section
      id="second"
      title={t("second.title")}
      lead={t("second.lead")}
      actions={
        <>
          <AddPasskeyButton />
          <AddAppButton />
        </>
      }
    >
      <TableScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t("second.caption")}>
          <TableThead>
            <TableTr>
              <TableTh scope="col">{t("second.kind")}</TableTh>
              <TableTh scope="col">{t("second.since")}</TableTh>
              <TableTh scope="col">{t("second.used")}</TableTh>
              <TableTh scope="col">{t("second.act")}</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {held.factors.map(({ id, kind, label, createdAt, usedAt }) => (
              <TableTr key={id}>
                <TableTd>
                  {t(`factor.${kind}`)}
                  {label === null ? null : (
                    <>
                      {" · "}
                      <bdi>{label}</bdi>
                    </>
                  )}
                </TableTd>
                <TableTd>{format.instant(createdAt)}</TableTd>
                <TableTd>{usedAt === null ? t("second.never") : format.instant(usedAt)}</TableTd>
                <TableTd>
                  {held.factors.length < 2 ? null : (
                    <CommandButton
                      label={t("second.retire")}
                      command="factor.retire"
                      input={{ factorId: id }}
                      confirm={t("second.retireText")}
                      doneText={t("second.retired")}
                      size="compact-xs"
                    />
                  )}
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
      <p>
        <Link href="/account/recovery-codes" prefetch={false}>
          {t("second.codesLink")}
        </Link>
        {" · "}
        {t("second.codesLeft", { count: held.codesLeft })}
      </p>
    </Section>
  );
}

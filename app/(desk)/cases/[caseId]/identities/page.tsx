import { Stack, Text } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listReveals } from "#lib/vault/queries/list-reveals.ts";
import { nounOf } from "#lib/records/vocabulary.ts";
import { DecideOnReveal, DecideOnShred } from "../_parts/identity/decide.tsx";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

/** For those who keep the vault: what waits for one of them, and who opened what. */
export default async function IdentitiesPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { after } = await searchParams;
  const page = typeof after === "string" ? { after } : {};
  const [t, ui, format, { rows, next, asked: waiting, shreds, demand, mayDemand }] = await Promise.all([
    translator("vault"),
    translator("ui"),
    formats(),
    asked(listReveals, { caseId, page }),
  ]);
  const person = ({ personId, code }: { personId: string; code: string | null }): ReactNode => (
    <Link
      href={`/cases/${caseId}/${nounOf(personId) === "victim" ? "victims" : "witnesses"}/${personId}/identity`}
      prefetch={false}
    >
      <Code code={code ?? "—"} />
    </Link>
  );
  const by = (name: string, at: number) => (
    <Text size="sm" c="dimmed">
      {t("looked.by", { name: isolated(name), day: format.instant(at) })}
    </Text>
  );
  const list = (items: readonly ReactNode[], none: string) =>
    items.length === 0 ? (
      <p>{none}</p>
    ) : (
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
        {items}
      </Stack>
    );
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <Section
        id="demand"
        title={t("demand.title")}
        actions={
          mayDemand ? (
            <CommandButton
              label={t("demand.action")}
              command="identity.demandForCase"
              input={{ caseId }}
              confirm={t("demand.confirm")}
              size="xs"
              doneText={t("demand.done")}
            />
          ) : null
        }
      >
        {demand === null ? (
          <p>{t("demand.none")}</p>
        ) : (
          <>
            <p>{t("demand.text")}</p>
            {by(demand.by ?? "", demand.at)}
          </>
        )}
      </Section>
      <Section id="waiting" title={t("list.asked")}>
        {list(
          waiting.map((row) => (
            <li key={row.id}>
              {person(row)} <strong>{t(`reasons.${row.reason}`)}</strong>
              {by(row.by, row.askedAt)}
              {row.why === null ? null : (
                <Text size="sm" dir="auto">
                  {row.why}
                </Text>
              )}
              {row.isUnreadable ? <Text size="sm">{t("list.unreadable")}</Text> : null}
              <DecideOnReveal id={row.id} version={row.version} mayApprove={row.mayApprove} />
            </li>
          )),
          t("list.nothingAsked"),
        )}
      </Section>
      <Section id="destruction" title={t("list.shreds")}>
        {list(
          shreds.map((row) => (
            <li key={row.id}>
              {person(row)} <strong>{t(`shred.fields.ground.options.${row.ground}`)}</strong>
              {by(row.by, row.requestedAt)}
              <DecideOnShred id={row.id} version={row.version} mayApprove={row.mayApprove} />
            </li>
          )),
          t("list.noShreds"),
        )}
      </Section>
      <Section id="opened" title={t("looked.title")}>
        {list(
          rows.map((row) => (
            <li key={row.id}>
              {person(row)} <strong>{t(`reasons.${row.reason}`)}</strong>
              {by(row.by, row.openedAt ?? 0)}
            </li>
          )),
          t("list.noneOpened"),
        )}
        {next === null ? null : (
          <Link href={`/cases/${caseId}/identities?after=${next}`} prefetch={false}>
            {ui("table.next")}
          </Link>
        )}
      </Section>
    </>
  );
}

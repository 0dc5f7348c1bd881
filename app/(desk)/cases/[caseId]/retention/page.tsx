import { Stack, Text } from "@mantine/core";
import { IconHourglass } from "@tabler/icons-react";
import Link from "next/link";
import { HoldList } from "#components/retention/hold-list.tsx";
import { PlaceHold } from "#components/retention/place-hold.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listDue } from "#lib/retention/queries/list-due.ts";
import { readRetention } from "#lib/retention/queries/read-retention.ts";
import { keptList } from "../../../_parts/kept-list.ts";
import { listInput } from "../_parts/list-input.ts";
import { dueUrl } from "./_parts/list-spec.ts";
import { Terms } from "./_parts/terms.tsx";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

const TONES = { held: "caution", waits: "accent", in_use: "neutral", ready: "quiet" } as const;

export default async function RetentionPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { page } = listInput(await searchParams, dueUrl);
  const [t, format, { terms, holds, waiting, may }, due] = await Promise.all([
    translator("retention"),
    formats(),
    asked(readRetention, { caseId }),
    asked(listDue, { caseId, page }),
  ]);
  const keeping = (testimonyId: string) => `/cases/${caseId}/testimonies/${testimonyId}/retention`;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="waiting" title={t("waiting.title")}>
        {waiting.length === 0 ? (
          <p>{t("waiting.none")}</p>
        ) : (
          <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
            {waiting.map(({ id, testimony, ground, reason, requestedAt, by, mayDecide }) => (
              <li key={id}>
                <Link href={keeping(testimony.id)} prefetch={false}>
                  <Code code={testimony.code} /> <bdi>{testimony.title}</bdi>
                </Link>{" "}
                {mayDecide ? <StatusPill label={t("waiting.forYou")} tone="caution" /> : null}
                <Text size="sm" c="dimmed">
                  {t(`ground.${ground}`)}
                  {" · "}
                  <bdi>{t("waiting.asked", { name: by, day: format.instantDay(requestedAt) })}</bdi>
                </Text>
                <Text size="sm" dir="auto">
                  {reason}
                </Text>
              </li>
            ))}
          </Stack>
        )}
      </Section>
      <Section id="due" title={t("due.title")} lead={t("due.lead")} bare>
        <RecordTable
          {...await keptList("retention")}
          caption={t("due.title")}
          urlSpec={dueUrl}
          columns={[
            { key: "name", header: t("due.name") },
            { key: "code", header: t("due.code"), kind: "code" },
            { key: "next", header: t("due.next"), kind: "pill" },
            { key: "since", header: t("due.since"), kind: "date" },
            { key: "class", header: t("due.class") },
            { key: "recorded", header: t("due.recorded"), kind: "date", isSecondary: true },
          ]}
          rows={due.rows.map((row) => ({
            id: row.id,
            href: keeping(row.id),
            cells: {
              name: <bdi>{row.title}</bdi>,
              code: <Code code={row.code} />,
              next: <StatusPill label={t(`next.${row.next}`)} tone={TONES[row.next]} />,
              since: format.instantDay(row.dueAt),
              class: t(`class.${row.retentionClass}`),
              recorded: format.instantDay(row.createdAt),
            },
          }))}
          page={due}
          total={due.total}
          empty={
            <EmptyState title={t("due.empty")} icon={<IconHourglass size={32} stroke={1.4} />}>
              {t("due.emptyText")}
            </EmptyState>
          }
        />
      </Section>
      <Section
        id="holds"
        title={t("holds.title")}
        lead={t("holds.lead")}
        {...(may.hold
          ? {
              actions: <PlaceHold label={t("holds.placeCase")} caseId={caseId} />,
            }
          : {})}
      >
        <HoldList
          holds={holds.map(({ testimony, ...hold }) => ({
            ...hold,
            over:
              testimony === null
                ? null
                : { code: testimony.code, name: testimony.title, href: keeping(testimony.id) },
          }))}
          mayLift={may.hold}
        />
      </Section>
      <Section id="terms" title={t("terms.title")} lead={t("terms.lead")}>
        <Terms caseId={caseId} terms={terms} mayWrite={may.write} />
      </Section>
    </>
  );
}

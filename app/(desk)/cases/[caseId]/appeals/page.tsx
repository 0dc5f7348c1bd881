import { Stack, Text } from "@mantine/core";
import { IconGavel } from "@tabler/icons-react";
import Link from "next/link";
import { AppealPill } from "#components/corroboration/pills.tsx";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { listAppeals } from "#lib/corroboration/queries/list-appeals.ts";
import { formats, translator } from "#lib/i18n/server.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

/** The appeals of a case, newest first. */
export default async function AppealsPage({ params, searchParams }: Props) {
  const [{ caseId }, { after }] = await Promise.all([params, searchParams]);
  const page = typeof after === "string" ? { after } : {};
  const [t, ui, codebook, format, found] = await Promise.all([
    translator("corroboration"),
    translator("ui"),
    translator("codebook"),
    formats(),
    asked(listAppeals, { caseId, page }),
  ]);
  const home = `/cases/${caseId}/appeals`;
  return (
    <>
      <PageHeader
        title={t("appeal.title")}
        lead={t("appeal.lead")}
        breadcrumb={[
          { label: t("finding.title"), href: `/cases/${caseId}/findings` },
          { label: t("appeal.title") },
        ]}
      />
      {found.rows.length === 0 ? (
        <EmptyState title={t("appeal.empty.title")} icon={<IconGavel size={32} stroke={1.4} />}>
          {t("appeal.empty.text")}
        </EmptyState>
      ) : (
        <Section id="appeals" title={t("appeal.title")}>
          <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
            {found.rows.map((row) => (
              <li key={row.id}>
                <Link href={`${home}/${row.id}`} prefetch={false}>
                  <Code code={row.code} /> {t(`appeal.ground.${row.ground}`)}
                </Link>{" "}
                <AppealPill value={row.state} />
                <Text size="sm">
                  {codebook(`facet.${row.finding.facet}.label`)}: <bdi>{row.allegation.wording}</bdi>
                </Text>
                <Text size="sm" c="dimmed">
                  {t("appeal.against", { number: row.finding.number })}
                  {" · "}
                  <bdi>{row.appellantName}</bdi>
                  {" · "}
                  {format.instantDay(row.createdAt)}
                </Text>
              </li>
            ))}
          </Stack>
          {found.next === null ? null : (
            <Link href={`${home}?after=${found.next}`} prefetch={false}>
              {ui("table.next")}
            </Link>
          )}
        </Section>
      )}
    </>
  );
}

import { Stack } from "@mantine/core";
import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { listReferrals } from "#lib/referrals/queries/list-referrals.ts";
import { Referral } from "./_parts/referral.tsx";

export default async function SupportPage({
  params,
  searchParams,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}) {
  const { caseId, witnessId } = await params;
  const { after } = await searchParams;
  const page = typeof after === "string" ? { after } : {};
  const [t, witnesses, ui, { witness, rows, next, may }] = await Promise.all([
    translator("referrals"),
    translator("witnesses"),
    translator("ui"),
    asked(listReferrals, { witnessId, page }),
  ]);
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        code={witness.code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: witness.code, href: person },
          { label: t("title") },
        ]}
        {...(may.record
          ? { actions: <LinkButton href={`${person}/support/new`}>{t("record")}</LinkButton> }
          : {})}
      />
      <Section id="offers" title={t("offers")}>
        {rows.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
            {rows.map((row) => (
              <Referral key={row.id} row={row} mayFollowUp={may.followUp} />
            ))}
          </Stack>
        )}
        {next === null ? null : (
          <Link href={`${person}/support?after=${next}`} prefetch={false}>
            {ui("table.next")}
          </Link>
        )}
      </Section>
    </>
  );
}

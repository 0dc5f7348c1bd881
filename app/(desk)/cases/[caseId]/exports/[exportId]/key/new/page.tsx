import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import { RecordForm } from "#components/form/record-form.tsx";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { previewPseudonymKey } from "#lib/exports/queries/preview-pseudonym-key.ts";
import { DOSSIER_LANGUAGES } from "#lib/exports/vocabulary.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { readRecipient } from "#lib/recipients/queries/read-recipient.ts";
import { RecipientId } from "#lib/recipients/vocabulary.ts";
import { localNames } from "../../../../_parts/local-names.ts";
import { RecordName } from "../../../../_parts/record-name.tsx";
import { ChooseRecipient } from "../../../_parts/choose-recipient.tsx";
import { CodeList } from "../../../_parts/key-to-codes.tsx";
import { WithheldList } from "../../../_parts/withheld-list.tsx";

const sections: readonly SectionSpec[] = [
  {
    key: "key",
    fields: [
      // A key that holds against quantum computers is as long as a page of text.
      { kind: "textarea", name: "recipientKey", required: true, rows: 2, lengthMax: 2_200 },
      { kind: "select", name: "language", required: true, options: DOSSIER_LANGUAGES },
      { kind: "text", name: "purpose", required: true, width: "full" },
    ],
  },
];

interface Props {
  params: Promise<{ caseId: string; exportId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewKeyPage({ params, searchParams }: Props) {
  const { caseId, exportId } = await params;
  await requireWriter(caseId, "pseudonymKey.start");
  const chosen = RecipientId.safeParse((await searchParams)["recipient"]);
  return chosen.success ? (
    <ForRecipient caseId={caseId} exportId={exportId} recipientId={chosen.data} />
  ) : (
    <NobodyChosen caseId={caseId} exportId={exportId} />
  );
}

interface OfBag {
  readonly caseId: string;
  readonly exportId: string;
}

async function Header({ caseId, exportId, code }: OfBag & { code: string }) {
  const t = await translator("exports");
  const list = `/cases/${caseId}/exports`;
  return (
    <PageHeader
      title={t("key.new")}
      breadcrumb={[
        { label: t("title"), href: list },
        { label: code, href: `${list}/${exportId}` },
        { label: t("key.new") },
      ]}
    />
  );
}

/** Where no key can be had: why, and what to do. */
async function NoKey({ rule, ...of }: OfBag & { code: string; rule: string }) {
  const problems = await translator("problems");
  return (
    <>
      <Header {...of} />
      <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
        {problems(`rule.${rule}`)}
      </Alert>
    </>
  );
}

async function NobodyChosen({ caseId, exportId }: OfBag) {
  const [t, { bag, purpose, barredBy }] = await Promise.all([
    translator("exports"),
    asked(previewPseudonymKey, { exportId }),
  ]);
  if (barredBy !== null) return <NoKey caseId={caseId} exportId={exportId} code={bag.code} rule={barredBy} />;
  return (
    <>
      <Header caseId={caseId} exportId={exportId} code={bag.code} />
      <ChooseRecipient
        caseId={caseId}
        purpose={purpose}
        hrefOf={({ id }) => `/cases/${caseId}/exports/${exportId}/key/new?recipient=${id}`}
        lead={t("key.toLead")}
        none={t("key.toNone")}
      />
    </>
  );
}

async function ForRecipient({ caseId, exportId, recipientId }: OfBag & { recipientId: string }) {
  const [t, recipients, format, nameOf, locale, recipient, { bag, purpose, barredBy, people }] =
    await Promise.all([
      translator("exports"),
      translator("recipients"),
      formats(),
      localNames(),
      requestLocale(),
      asked(readRecipient, { recipientId }),
      asked(previewPseudonymKey, { exportId, recipientId }),
    ]);
  if (barredBy !== null) return <NoKey caseId={caseId} exportId={exportId} code={bag.code} rule={barredBy} />;
  const list = `/cases/${caseId}/exports`;
  const named = people?.named ?? [];
  const unnamed = people?.unnamed ?? [];
  return (
    <>
      <Header caseId={caseId} exportId={exportId} code={bag.code} />
      <Section id="to" title={t("to.title")}>
        <RecordName
          href={`/cases/${caseId}/recipients/${recipient.id}`}
          name={nameOf(recipient.name, recipient.nameAr)}
        />{" "}
        · {recipients("standing.for", { purpose: recipients(`purpose.${purpose}`) })} ·{" "}
        <Link href={`${list}/${exportId}/key/new`} prefetch={false}>
          {t("to.other")}
        </Link>
      </Section>
      <Section
        id="named"
        title={`${t("key.named")} (${format.number(named.length)})`}
        lead={t("key.namedLead")}
      >
        {named.length === 0 ? <p>{t("key.nobody")}</p> : <CodeList codes={named.map(({ code }) => code)} />}
      </Section>
      <Section
        id="unnamed"
        title={`${t("key.unnamed")} (${format.number(unnamed.length)})`}
        lead={t("key.unnamedLead")}
      >
        {unnamed.length === 0 ? <p>{t("preview.nothingOut")}</p> : <WithheldList items={unnamed} />}
      </Section>
      {named.length === 0 ? null : (
        <RecordForm
          command="pseudonymKey.start"
          namespace="exports"
          under="key"
          sections={sections}
          fixed={{ exportId, recipientId }}
          record={{ language: locale }}
          next={`${list}/{id}`}
          cancelHref={`${list}/${exportId}`}
          saveLabel={t("key.start")}
        />
      )}
    </>
  );
}

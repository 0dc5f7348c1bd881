import Link from "next/link";
import { RecordForm } from "#components/form/record-form.tsx";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { previewExport } from "#lib/exports/queries/preview-export.ts";
import { DOSSIER_LANGUAGES } from "#lib/exports/vocabulary.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { readRecipient } from "#lib/recipients/queries/read-recipient.ts";
import { RecipientId } from "#lib/recipients/vocabulary.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import { localNames } from "../../_parts/local-names.ts";
import { RecordName } from "../../_parts/record-name.tsx";
import { ChooseRecipient } from "../_parts/choose-recipient.tsx";
import { WithheldList } from "../_parts/withheld-list.tsx";

const sections: readonly SectionSpec[] = [
  {
    key: "export",
    fields: [
      { kind: "select", name: "language", required: true, options: DOSSIER_LANGUAGES },
      { kind: "text", name: "purpose", required: true, width: "full" },
    ],
  },
];

type Query = Record<string, string | string[] | undefined>;

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Query>;
}

export default async function NewExportPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  await requireWriter(caseId, "export.start");
  const to = destinationIn(await searchParams);
  if (to === null) return <NobodyNamed caseId={caseId} />;
  return <ForRecipient caseId={caseId} to={to} />;
}

interface Destination {
  readonly recipientId: string;
  readonly purpose: Purpose;
}

/** For whom and for what, as the address says; null where it does not, or not rightly. */
function destinationIn(query: Query): Destination | null {
  const recipientId = RecipientId.safeParse(query["recipient"]);
  const purpose = Purpose.safeParse(query["purpose"]);
  if (!recipientId.success || !purpose.success) return null;
  return { recipientId: recipientId.data, purpose: purpose.data };
}

async function NobodyNamed({ caseId }: { caseId: string }) {
  const t = await translator("exports");
  const list = `/cases/${caseId}/exports`;
  return (
    <>
      <PageHeader title={t("new")} breadcrumb={[{ label: t("title"), href: list }, { label: t("new") }]} />
      <ChooseRecipient
        caseId={caseId}
        hrefOf={({ id, purpose }) => `${list}/new?recipient=${id}&purpose=${purpose}`}
      />
    </>
  );
}

async function ForRecipient({ caseId, to }: { caseId: string; to: Destination }) {
  const [t, recipients, corroboration, format, named, locale, recipient, preview] = await Promise.all([
    translator("exports"),
    translator("recipients"),
    translator("dossier"),
    formats(),
    localNames(),
    requestLocale(),
    asked(readRecipient, { recipientId: to.recipientId }),
    asked(previewExport, { caseId, to }),
  ]);
  const list = `/cases/${caseId}/exports`;
  const codes = (rows: readonly { code: string; note: string | null }[]) => (
    <ul>
      {rows.map(({ code, note }) => (
        <li key={code}>
          <Code code={code} /> {note === null ? null : <bdi>{note}</bdi>}
        </li>
      ))}
    </ul>
  );
  const bearing = (kept: readonly { stance: string }[]) => {
    if (kept.length === 0) return [];
    const against = kept.some(({ stance }) => stance === "contradict");
    return [t(against ? "preview.withheldAgainst" : "preview.withheldBears")];
  };
  return (
    <>
      <PageHeader title={t("new")} breadcrumb={[{ label: t("title"), href: list }, { label: t("new") }]} />
      <Section id="to" title={t("to.title")}>
        <RecordName
          href={`/cases/${caseId}/recipients/${recipient.id}`}
          name={named(recipient.name, recipient.nameAr)}
        />{" "}
        · {recipients("standing.for", { purpose: recipients(`purpose.${to.purpose}`) })} ·{" "}
        <Link href={`${list}/new`} prefetch={false}>
          {t("to.other")}
        </Link>
      </Section>
      <Section id="in" title={t("preview.in")} lead={t("preview.inLead")}>
        <Facts
          items={[
            { label: t("preview.testimonies"), value: format.number(preview.testimonies.length) },
            { label: t("preview.statements"), value: format.number(preview.statements) },
            { label: t("preview.findings"), value: format.number(preview.findings.length) },
          ]}
        />
        <p>{t("preview.always")}</p>
        <details>
          <summary>
            {t("preview.testimonies")} ({format.number(preview.testimonies.length)})
          </summary>
          {preview.testimonies.length === 0 ? (
            <p>{t("preview.noTestimony")}</p>
          ) : (
            codes(preview.testimonies.map(({ code, title }) => ({ code, note: title })))
          )}
        </details>
        <details>
          <summary>
            {t("preview.findings")} ({format.number(preview.findings.length)})
          </summary>
          {preview.findings.length === 0 ? (
            <p>{t("preview.noFinding")}</p>
          ) : (
            codes(
              preview.findings.map(({ code, status, isOverride, withheldEvidence }) => ({
                code,
                note: [
                  corroboration(`findingStatus.${status}`),
                  ...(isOverride ? [corroboration("findings.overrideBadge")] : []),
                  ...bearing(withheldEvidence),
                ].join(" · "),
              })),
            )
          )}
        </details>
      </Section>
      <Section
        id="out"
        title={`${t("preview.out")} (${format.number(preview.withheld.length)})`}
        lead={t("preview.outLead")}
      >
        {preview.withheld.length === 0 ? (
          <p>{t("preview.nothingOut")}</p>
        ) : (
          <WithheldList items={preview.withheld} />
        )}
      </Section>
      <RecordForm
        command="export.start"
        namespace="exports"
        sections={sections}
        fixed={{ caseId, recipientId: to.recipientId, releasePurpose: to.purpose }}
        record={{ language: locale }}
        next={`${list}/{id}`}
        cancelHref={list}
        saveLabel={t("preview.start")}
      />
    </>
  );
}

import { RecordForm } from "#components/form/record-form.tsx";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { previewExport } from "#lib/exports/queries/preview-export.ts";
import { DOSSIER_LANGUAGES } from "#lib/exports/vocabulary.ts";
import { PURPOSES } from "#lib/release/words.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { WithheldList } from "../_parts/withheld-list.tsx";

const sections: readonly SectionSpec[] = [
  {
    key: "export",
    fields: [
      { kind: "reference", name: "recipientId", query: "recipient.suggest", required: true },
      {
        kind: "select",
        name: "releasePurpose",
        required: true,
        options: PURPOSES.filter((purpose) => purpose !== "analysis"),
        optionLabels: "recipients.purpose",
      },
      { kind: "select", name: "language", required: true, options: DOSSIER_LANGUAGES },
      { kind: "text", name: "purpose", required: true, width: "full" },
    ],
  },
];

export default async function NewExportPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  await requireWriter(caseId, "export.start");
  const [t, corroboration, format, locale, preview] = await Promise.all([
    translator("exports"),
    translator("dossier"),
    formats(),
    requestLocale(),
    asked(previewExport, { caseId }),
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
              preview.findings.map(({ code, status, withheldEvidence }) => ({
                code,
                note: [corroboration(`findingStatus.${status}`), ...bearing(withheldEvidence)].join(" · "),
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
        caseId={caseId}
        fixed={{ caseId }}
        record={{ language: locale, releasePurpose: "proceedings" }}
        next={`${list}/{id}`}
        cancelHref={list}
        saveLabel={t("preview.start")}
      />
    </>
  );
}

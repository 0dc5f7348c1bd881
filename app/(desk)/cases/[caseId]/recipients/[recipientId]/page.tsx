import { countryNames } from "#components/recipients/country-names.ts";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { readRecipient } from "#lib/recipients/queries/read-recipient.ts";
import { localNames } from "../../_parts/local-names.ts";
import { Prose } from "../../_parts/prose.tsx";
import { RecordActions } from "../../_parts/record-actions.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RetractedNote } from "../../_parts/retracted-note.tsx";
import { Assurances } from "../_parts/assurances.tsx";
import { Standing } from "../_parts/standing.tsx";

interface Props {
  params: Promise<{ caseId: string; recipientId: string }>;
}

export default async function RecipientPage({ params }: Props) {
  const { caseId, recipientId } = await params;
  const [t, format, named, locale, row] = await Promise.all([
    translator("recipients"),
    formats(),
    localNames(),
    requestLocale(),
    asked(readRecipient, { recipientId }),
  ]);
  const { agreementFrom: from, agreementUntil: until } = row;
  const agreement =
    from === null
      ? t("facts.noAgreement")
      : until === null
        ? t("facts.from", { day: format.day(from) })
        : t("facts.between", { from: format.day(from), until: format.day(until) });
  return (
    <>
      <PageHeader
        kind={t(`class.${row.recipientClass}`)}
        title={named(row.name, row.nameAr)}
        code={row.code}
        breadcrumb={[{ label: t("title"), href: `/cases/${caseId}/recipients` }, { label: row.code }]}
        {...(row.may.write ? { actions: <RecordActions caseId={caseId} room="recipients" row={row} /> } : {})}
      />
      <RetractedNote row={row} text={t("retracted")} />
      <RecordColumns side={<RecordHistory recordId={recipientId} />}>
        <Section id="standing" title={t("standing.title")} lead={t("standing.lead")}>
          <Standing standing={row.standing} />
        </Section>
        <Section id="agreement" title={t("sections.agreement.title")}>
          <Facts
            items={[
              { label: t("facts.agreement"), value: agreement },
              {
                label: t("fields.country.label"),
                value: row.country === null ? null : countryNames(locale)(row.country),
                missing: "none",
              },
              {
                label: t("fields.agreementNote.label"),
                value: row.agreementNote && <Prose text={row.agreementNote} />,
                missing: "none",
                wide: true,
              },
              {
                label: t("fields.note.label"),
                value: row.note && <Prose text={row.note} />,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <Section id="assurances" title={t("assurances.title")} bare>
          <Assurances recipientClass={row.recipientClass} assurances={row.assurances} />
        </Section>
      </RecordColumns>
    </>
  );
}

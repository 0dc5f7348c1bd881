import Link from "next/link";
import { ConsentPill, StagePill } from "#components/testimonies/pills.tsx";
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked, requirePerson } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { printTestimony } from "#lib/testimonies/queries/print-testimony.ts";
import { RetractedNote } from "../../../_parts/retracted-note.tsx";
import { factItems } from "../../../_parts/testimony/fact-items.tsx";
import classes from "./_parts/print.module.css";

interface Props {
  params: Promise<{ caseId: string; testimonyId: string }>;
  searchParams: Promise<{ version?: string; protected?: string }>;
}

/** One version on paper. What endangers people is left out unless it is asked for. */
export default async function PrintPage({ params, searchParams }: Props) {
  const { caseId, testimonyId } = await params;
  const sought = await searchParams;
  const number = Number(sought.version ?? Number.NaN);
  const withProtected = sought.protected === "yes";
  const [t, codebook, format, me, answer] = await Promise.all([
    translator("testimonies"),
    translator("codebook"),
    formats(),
    requirePerson(),
    asked(printTestimony, {
      testimonyId,
      withProtected,
      ...(Number.isSafeInteger(number) && number > 0 ? { number } : {}),
    }),
  ]);
  const { testimony, version, stated } = answer;
  const facts = await factItems({ ...version, stated }, caseId);
  const home = `/cases/${caseId}/testimonies/${testimonyId}`;
  const other = `${home}/print?version=${version.number}${withProtected ? "" : "&protected=yes"}`;
  return (
    <div className={classes.sheet}>
      <PageHeader
        kind={codebook(`testimonyKind.${testimony.kind}.label`)}
        title={stated.title}
        isPaper
        code={testimony.code}
        breadcrumb={[
          { label: t("title"), href: `/cases/${caseId}/testimonies` },
          { label: testimony.code, href: home },
          { label: t("print.action") },
        ]}
        pills={
          <>
            <StagePill value={version.stage} />
            <ConsentPill value={testimony.consentExport} />
          </>
        }
        lead={<span className={classes.screenOnly}>{t("print.lead")}</span>}
        actions={<PrintButton label={t("print.now")} />}
      />
      <RetractedNote row={testimony} text={t("retracted")} />
      <p role="note">
        {t(withProtected ? "print.held" : "print.left")}{" "}
        <Link href={other} prefetch={false} className={classes.screenOnly}>
          {t(withProtected ? "print.without" : "print.with")}
        </Link>
      </p>
      <Section id="facts" title={t("facts")}>
        <Facts
          items={[
            {
              label: t("print.version"),
              value: format.number(version.number),
              ...(version.isNewest ? {} : { note: t("print.notNewest") }),
            },
            stated.witnessId === null ? facts.sourceId : facts.witnessId,
            facts.voice,
            facts.basis,
            facts.taken,
            facts.event,
            facts.contamination,
            facts.originalLanguage,
            ...(withProtected
              ? [facts.takenPlaceId, facts.people, facts.heardBefore, facts.interview, facts.note]
              : []),
          ]}
        />
      </Section>
      <Section
        id="text"
        title={t("text", { number: version.number })}
        lead={t(`textBasis.${version.textBasis}`)}
      >
        <BilingualText
          paragraphs={version.paragraphs}
          originalLanguage={version.originalLanguage === "unknown" ? "und" : version.originalLanguage}
          {...(version.translationLanguage === null
            ? {}
            : { translation: { language: version.translationLanguage, translator: version.translator } })}
        />
      </Section>
      <p className={classes.foot}>
        {t("print.footer", {
          code: testimony.code,
          number: version.number,
          stage: t(`stage.${version.stage}.label`),
          when: format.instant(answer.printedAt),
          who: me.displayName,
        })}
      </p>
    </div>
  );
}

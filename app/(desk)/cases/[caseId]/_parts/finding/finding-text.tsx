import Link from "next/link";
import classes from "#components/corroboration/corroboration.module.css";
import { Unprinted } from "#components/care/unprinted.tsx";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { describer } from "../describe.ts";
import { FindingGrades } from "./finding-grades.tsx";

/** The alleged act, the reasoning, and the search for evidence to the contrary. */
export async function FindingText({ caseId, answer }: { caseId: string; answer: FindingAnswer }) {
  const { finding, allegation } = answer;
  const [t, codebook, common, format, locale, describe] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    translator("common"),
    formats(),
    requestLocale(),
    describer(),
  ]);
  const named = (one: { name: string; nameAr: string | null } | null) =>
    one && <bdi>{locale === "ar" && one.nameAr ? one.nameAr : one.name}</bdi>;
  const { actor, victim, place, occurredEdtf } = allegation;
  return (
    <>
      <Section id="act" title={t("finding.act")}>
        <p className={classes.text}>
          {t("allegation.sentence")}{" "}
          <Link href={`/cases/${caseId}/allegations/${allegation.id}#${finding.facet}`} prefetch={false}>
            <Code code={allegation.code} />{" "}
            <Unprinted isInline>
              <bdi>{allegation.wording}</bdi>
            </Unprinted>
          </Link>
        </p>
        <div className={classes.part}>
          <Facts
            items={[
              {
                label: t("finding.columns.facet"),
                value: codebook(`facet.${finding.facet}.label`),
                note: codebook(`facet.${finding.facet}.definition`),
              },
              {
                label: t("allegation.fields.actorId.label"),
                value: named(actor),
                isUnprinted: true,
                missing: "unknown",
              },
              {
                label: t("allegation.fields.victimId.label"),
                isUnprinted: true,
                value: victim && (
                  <>
                    <Code code={victim.code} /> <bdi>{victim.label}</bdi>
                  </>
                ),
              },
              {
                label: t("allegation.fields.occurred.label"),
                value: occurredEdtf && describe(occurredEdtf),
                missing: "unknown",
              },
              { label: t("allegation.fields.placeId.label"), value: named(place), missing: "unknown" },
            ]}
          />
        </div>
      </Section>
      <Section id="reasoning" title={t("finding.reasoningTitle")}>
        {finding.isHidden ? (
          <p className={classes.quiet}>{t("finding.hiddenText")}</p>
        ) : (
          <Unprinted>
            <p className={classes.text} dir="auto">
              {finding.reasoning}
            </p>
          </Unprinted>
        )}
      </Section>
      <FindingGrades answer={answer} />
      <Section id="contrary" title={t("finding.contraryTitle")}>
        <p className={classes.plain}>
          {finding.contrarySearch === "not_asked"
            ? common("notRecorded")
            : common(finding.contrarySearch === "yes" ? "yes" : "no")}
          {finding.contrarySearchOn === null
            ? null
            : `, ${t("finding.on", { day: format.day(finding.contrarySearchOn) })}`}
        </p>
        {finding.contrarySearchResult === null ? null : (
          <Unprinted>
            <p className={classes.text} dir="auto">
              {finding.contrarySearchResult}
            </p>
          </Unprinted>
        )}
      </Section>
    </>
  );
}

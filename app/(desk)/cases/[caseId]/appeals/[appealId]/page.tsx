import Link from "next/link";
import { Unprinted } from "#components/care/unprinted.tsx";
import classes from "#components/corroboration/corroboration.module.css";
import { Determined } from "#components/corroboration/determined.tsx";
import { AppealPill, FindingPill } from "#components/corroboration/pills.tsx";
import { Code } from "#components/ui/code.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readAppeal } from "#lib/corroboration/queries/read-appeal.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { AppealActions } from "./_parts/appeal-actions.tsx";
import { Panel } from "./_parts/panel.tsx";

interface Props {
  params: Promise<{ caseId: string; appealId: string }>;
}

/** An appeal: the ground and the version it is against, its panel beside, and what followed. */
export default async function AppealPage({ params }: Props) {
  const { caseId, appealId } = await params;
  const [t, codebook, format, answer] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    formats(),
    asked(readAppeal, { appealId }),
  ]);
  const { appeal, finding, allegation, next } = answer;
  const findings = `/cases/${caseId}/findings`;
  const facet = codebook(`facet.${finding.facet}.label`);
  return (
    <>
      <PageHeader
        kind={t("appeal.one")}
        title={t("appeal.pageTitle", { facet, wording: allegation?.wording ?? "" })}
        code={appeal.code}
        pills={<AppealPill value={appeal.state} focusable />}
        breadcrumb={[
          { label: t("finding.title"), href: findings },
          { label: t("appeal.title"), href: `/cases/${caseId}/appeals` },
          { label: appeal.code },
        ]}
      />
      <RecordColumns
        side={
          <>
            <Panel answer={answer} />
            <AppealActions answer={answer} />
          </>
        }
      >
        <Section id="against" title={t("appeal.against", { number: finding.number })}>
          <p>
            <Link href={`${findings}/${finding.id}`} prefetch={false}>
              <Code code={finding.code} /> {t("finding.versionNumber", { number: finding.number })}
            </Link>{" "}
            <FindingPill value={finding.status} focusable />
          </p>
          <p className={classes.plain}>
            <Determined of={{ ...finding, isHidden: false }} />
            {" · "}
            {t(`standard.${finding.standard}.label`)}
          </p>
          {answer.isReplaced ? <p role="note">{t("appeal.replaced")}</p> : null}
        </Section>
        <Section id="ground" title={t("appeal.groundTitle")}>
          <p>
            <strong>{t(`appeal.ground.${appeal.ground}`)}</strong>
            {appeal.groundWords === null ? null : (
              <Unprinted isInline>
                {": "}
                <bdi>{appeal.groundWords}</bdi>
              </Unprinted>
            )}
          </p>
          <p className={classes.quiet}>
            {t("appeal.lodgedBy", {
              name: isolated(answer.appellantName ?? ""),
              day: format.instantDay(appeal.createdAt),
            })}
          </p>
          <Unprinted>
            <p className={classes.text} dir="auto">
              {appeal.reasons}
            </p>
          </Unprinted>
        </Section>
        {appeal.decidedAt === null ? null : (
          <Section id="outcome" title={t("appeal.outcome")}>
            <p>{t(`appeal.stateMeaning.${appeal.state}`)}</p>
            {next === null ? (
              <p className={classes.quiet}>
                {t(appeal.state === "upheld" ? "appeal.stands" : "appeal.noNext")}
              </p>
            ) : (
              <p>
                <Link href={`${findings}/${next.id}`} prefetch={false}>
                  <Code code={next.code} /> {t("appeal.toNext", { number: next.number })}
                </Link>{" "}
                <FindingPill value={next.status} />
              </p>
            )}
          </Section>
        )}
      </RecordColumns>
    </>
  );
}

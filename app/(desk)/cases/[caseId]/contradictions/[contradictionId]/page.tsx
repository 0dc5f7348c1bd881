import Link from "next/link";
import { ContradictionPill } from "#components/contradictions/pills.tsx";
import { Code } from "#components/ui/code.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readContradiction } from "#lib/contradictions/queries/read-contradiction.ts";
import { translator } from "#lib/i18n/server.ts";
import { saidWords } from "../../_parts/contradictions/said-words.ts";
import { Prose } from "../../_parts/prose.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import classes from "./_parts/contradiction.module.css";
import { Decided } from "./_parts/decided.tsx";
import { Side } from "./_parts/side.tsx";

interface Props {
  params: Promise<{ caseId: string; contradictionId: string }>;
}

/** One contradiction: both claims with their passages side by side, and what was decided about it. */
export default async function ContradictionPage({ params }: Props) {
  const { caseId, contradictionId } = await params;
  const [t, codebook, words, answer] = await Promise.all([
    translator("contradictions"),
    translator("codebook"),
    saidWords(),
    asked(readContradiction, { contradictionId }),
  ]);
  const difference = words.difference(answer.kind, answer.said);
  const list = `/cases/${caseId}/contradictions`;
  return (
    <>
      <PageHeader
        kind={`${t("one")} · ${t(answer.ruleVersion === null ? "byHand" : "byRule")}`}
        title={
          difference === null
            ? t(`kind.${answer.kind}`)
            : t("differsIn", { kind: t(`kind.${answer.kind}`), difference })
        }
        code={answer.code}
        breadcrumb={[{ label: t("title"), href: list }, { label: answer.code }]}
        pills={<ContradictionPill value={answer.state} focusable />}
      />
      {answer.note === null ? null : <Prose text={answer.note} />}
      {answer.isCorrected ? <p className={classes.quiet}>{t("corrected")}</p> : null}
      <Section id="claims" title={t("sides.title")} lead={t("sides.lead")}>
        <div className={classes.sides}>
          <Side
            caseId={caseId}
            title={t("sides.statement")}
            statement={answer.statement}
            excerpt={answer.excerpts.statement}
          />
          <Side
            caseId={caseId}
            title={t("sides.other")}
            statement={answer.other}
            excerpt={answer.excerpts.other}
          />
        </div>
        {answer.allegation === null || answer.facet === null ? null : (
          <p>
            {t("decision.on", { facet: codebook(`facet.${answer.facet}.label`) })}{" "}
            <Link
              href={`/cases/${caseId}/allegations/${answer.allegation.id}#${answer.facet}`}
              prefetch={false}
            >
              <Code code={answer.allegation.code} /> <bdi>{answer.allegation.wording}</bdi>
            </Link>
          </p>
        )}
      </Section>
      <Decided answer={answer} />
      <RecordHistory recordId={contradictionId} />
    </>
  );
}

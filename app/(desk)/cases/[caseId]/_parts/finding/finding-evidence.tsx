import classes from "#components/corroboration/corroboration.module.css";
import { EvidenceLink } from "#components/corroboration/evidence-link.tsx";
import { LinksLeftOut } from "#components/corroboration/links-left-out.tsx";
import { Section } from "#components/ui/section.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import { STANCES } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import { originsTellOf } from "../tells-of.ts";

/** What the finding rests on, by sense, with the words that each statement was cut from. */
export async function FindingEvidence({ caseId, answer }: { caseId: string; answer: FindingAnswer }) {
  const { evidence } = answer;
  const [t, toldBy] = await Promise.all([translator("corroboration"), originsTellOf(evidence)]);
  const ordered = STANCES.flatMap((stance) => evidence.filter((link) => link.stance === stance));
  return (
    <Section id="evidence" title={t("finding.evidenceTitle")} lead={t("finding.evidenceLead")}>
      {ordered.length === 0 ? <p className={classes.quiet}>{t("facetBlock.noEvidence")}</p> : null}
      <LinksLeftOut {...answer.links} />
      <ul className={classes.links}>
        {ordered.map((link) => (
          <EvidenceLink key={link.id} caseId={caseId} link={link} of={toldBy(link)} excerpt={link.excerpt} />
        ))}
      </ul>
    </Section>
  );
}

import Link from "next/link";
import { CeilingWhy } from "#components/corroboration/ceiling-why.tsx";
import classes from "#components/corroboration/corroboration.module.css";
import { evidenceNames } from "#components/corroboration/evidence-names.ts";
import { EvidenceLink } from "#components/corroboration/evidence-link.tsx";
import { Determined } from "#components/corroboration/determined.tsx";
import { OriginsLink } from "#components/corroboration/origins-link.tsx";
import { Level } from "#components/corroboration/level.tsx";
import { FindingPill } from "#components/corroboration/pills.tsx";
import { Code } from "#components/ui/code.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { AllegationAnswer } from "#lib/corroboration/queries/read-allegation.ts";
import { STANCES } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import { originsTellOf } from "../../../_parts/tells-of.ts";

interface Props {
  caseId: string;
  allegationId: string;
  facet: AllegationAnswer["facets"][number];
}

/** One facet: how far the evidence carries now and why, the evidence by sense, and its findings. */
export async function FacetSection({
  caseId,
  allegationId,
  facet: { facet, ceiling, links, ...rest },
}: Props) {
  const [t, codebook, toldBy, names] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    originsTellOf(links),
    evidenceNames(links),
  ]);
  const { findings, may } = rest;
  const ordered = STANCES.flatMap((stance) => links.filter((link) => link.stance === stance));
  return (
    <Section
      id={facet}
      title={codebook(`facet.${facet}.label`)}
      lead={codebook(`facet.${facet}.definition`)}
      actions={
        may.draft.allowed ? (
          <LinkButton
            href={`/cases/${caseId}/findings/new?allegation=${allegationId}&facet=${facet}`}
            size="xs"
            variant="default"
          >
            {t("facetBlock.draft")}
          </LinkButton>
        ) : undefined
      }
    >
      {links.length === 0 ? (
        <p className={classes.quiet}>{t("facetBlock.noEvidence")}</p>
      ) : (
        <>
          <p className={classes.verdict}>
            <span>{t("facetBlock.allows")}</span>
            <span>
              <Level value={ceiling.level} />
            </span>
            {ceiling.contested ? <StatusPill label={t("facetBlock.contested")} tone="bad" /> : null}
          </p>
          <CeilingWhy reasons={ceiling.reasons} origins={ceiling.origins} names={names} />
          <OriginsLink caseId={caseId} allegationId={allegationId} facet={facet} />
          <div className={classes.part}>
            <h3>{t("facetBlock.evidence")}</h3>
            <ul className={classes.links}>
              {ordered.map((link) => (
                <EvidenceLink key={link.id} caseId={caseId} link={link} of={toldBy(link)} />
              ))}
            </ul>
          </div>
        </>
      )}
      <FacetFindings caseId={caseId} findings={findings} rule={may.draft.rule} />
    </Section>
  );
}

async function FacetFindings({
  caseId,
  findings,
  rule,
}: {
  caseId: string;
  findings: Props["facet"]["findings"];
  rule: string | null;
}) {
  const [t, problems] = await Promise.all([translator("corroboration"), translator("problems")]);
  const said = rule === null || rule === "role.missing" || rule === "record.retracted" ? null : rule;
  if (findings.length === 0 && said === null) return null;
  return (
    <div className={classes.part}>
      <h3>{t("facetBlock.findings")}</h3>
      <ul className={classes.reasons}>
        {findings.map((one) => (
          <li key={one.id}>
            <Link href={`/cases/${caseId}/findings/${one.id}`} prefetch={false}>
              <Code code={one.code} /> {t("finding.versionNumber", { number: one.number })}
            </Link>{" "}
            <FindingPill value={one.status} /> <Determined of={one} />
          </li>
        ))}
      </ul>
      {said === null ? null : <p className={classes.quiet}>{problems(`rule.${said}`)}</p>}
    </div>
  );
}

/** The facets that nothing is linked to: a gap is part of the picture. */
export async function EmptyFacets({ facets }: { facets: readonly Props["facet"][] }) {
  const [t, codebook] = await Promise.all([translator("corroboration"), translator("codebook")]);
  if (facets.length === 0) return null;
  return (
    <Section id="empty-facets" title={t("facetBlock.empty")} lead={t("facetBlock.noEvidence")}>
      <ul className={classes.reasons}>
        {facets.map(({ facet }) => (
          <li key={facet} id={facet}>
            {codebook(`facet.${facet}.label`)}{" "}
            <span className={classes.quiet}>{codebook(`facet.${facet}.definition`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Nothing is linked to it and nothing was ever found of it. */
export const isEmptyFacet = ({ links, findings }: Props["facet"]): boolean =>
  links.length === 0 && findings.length === 0;

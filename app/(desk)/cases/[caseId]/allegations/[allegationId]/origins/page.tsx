import { Box } from "@mantine/core";
import Link from "next/link";
import { CeilingWhy } from "#components/corroboration/ceiling-why.tsx";
import corroborated from "#components/corroboration/corroboration.module.css";
import { evidenceNames } from "#components/corroboration/evidence-names.ts";
import { Level } from "#components/corroboration/level.tsx";
import { OriginsPicture } from "#components/corroboration/origins-picture.tsx";
import { OriginItems, OriginTies } from "#components/corroboration/origins-tables.tsx";
import classes from "#components/corroboration/origins.module.css";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { type OriginsAnswer, readOrigins } from "#lib/corroboration/queries/read-origins.ts";
import { Facet, FACETS } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import { RetractedNote } from "../../../_parts/retracted-note.tsx";

interface Props {
  params: Promise<{ caseId: string; allegationId: string }>;
  searchParams: Promise<{ facet?: string | string[] }>;
}

/** What ties the evidence of one aspect: a picture of its origins, and the same as tables. */
export default async function OriginsPage({ params, searchParams }: Props) {
  const { caseId, allegationId } = await params;
  const wanted = Facet.safeParse((await searchParams).facet);
  const facet = wanted.success ? wanted.data : FACETS[0];
  const [t, corroboration, codebook, answer] = await Promise.all([
    translator("origins"),
    translator("corroboration"),
    translator("codebook"),
    asked(readOrigins, { allegationId, facet }),
  ]);
  const { allegation, left, origins } = answer;
  const list = `/cases/${caseId}/allegations`;
  const page = `${list}/${allegationId}`;
  return (
    <>
      <PageHeader
        kind={codebook(`violation.${allegation.violation}.label`)}
        title={t("titleOf", { facet: codebook(`facet.${facet}.label`) })}
        lead={t("lead")}
        breadcrumb={[
          { label: corroboration("allegation.title"), href: list },
          { label: allegation.code, href: `${page}#${facet}` },
          { label: t("title") },
        ]}
      />
      {allegation.retractedAt === null ? null : (
        <Box mb="md">
          <RetractedNote row={allegation} text={corroboration("allegation.retracted")} />
        </Box>
      )}
      <FacetsWithEvidence page={page} answer={answer} />
      {origins.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={<LinkButton href={page}>{t("empty.action")}</LinkButton>}
        >
          {t("empty.text")}
        </EmptyState>
      ) : (
        <>
          <Section id="picture" title={t("picture.title")} lead={t("picture.lead")}>
            <Allowed answer={answer} />
            <OriginsPicture caseId={caseId} answer={answer} />
            {left.origins + left.ties === 0 ? null : (
              <p role="note" className={classes.quiet}>
                {t("left", left)}
              </p>
            )}
          </Section>
          <Why answer={answer} />
          <OriginItems caseId={caseId} answer={answer} />
          <OriginTies answer={answer} />
        </>
      )}
    </>
  );
}

/** How far the evidence carries now. */
async function Allowed({ answer: { ceiling } }: { answer: OriginsAnswer }) {
  const corroboration = await translator("corroboration");
  return (
    <p className={corroborated.verdict}>
      <span>{corroboration("facetBlock.allows")}</span>
      <span>
        <Level value={ceiling.level} />
      </span>
      {ceiling.contested ? <StatusPill label={corroboration("facetBlock.contested")} tone="bad" /> : null}
    </p>
  );
}

/** Why it carries so far, in the sentences of the page of the allegation. */
async function Why({ answer: { ceiling, origins } }: { answer: OriginsAnswer }) {
  const corroboration = await translator("corroboration");
  const said = origins.flatMap(({ records }) =>
    records.flatMap((record) =>
      record.statements.map((statement) => ({
        statement,
        witness: record.witness === null ? null : { code: record.witness },
        source: record.source,
        origin: record,
      })),
    ),
  );
  return (
    <Section id="why" title={corroboration("facetBlock.why")}>
      <CeilingWhy reasons={ceiling.reasons} origins={origins} names={await evidenceNames(said)} />
    </Section>
  );
}

async function FacetsWithEvidence({
  page,
  answer: { facet, facets },
}: {
  page: string;
  answer: Pick<OriginsAnswer, "facet" | "facets">;
}) {
  const [t, codebook] = await Promise.all([translator("origins"), translator("codebook")]);
  if (facets.every((one) => one === facet)) return null;
  return (
    <nav aria-label={t("facets")}>
      <ul className={classes.facets}>
        {facets.map((one) => (
          <li key={one}>
            <Link
              href={`${page}/origins?facet=${one}`}
              prefetch={false}
              aria-current={one === facet ? "page" : undefined}
            >
              {codebook(`facet.${one}.label`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

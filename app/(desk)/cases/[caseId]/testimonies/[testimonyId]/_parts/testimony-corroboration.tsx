import Link from "next/link";
import { OverridePill } from "#components/corroboration/pills.tsx";
import { CorroborationPill } from "#components/testimonies/pills.tsx";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { formats, translator } from "#lib/i18n/server.ts";

interface Props {
  caseId: string;
  rollUp: {
    status: string;
    supporting: number;
    contradicting: number;
    findings: number;
    facets: readonly {
      allegationId: string;
      facet: string;
      allegationCode: string;
      allegationWording: string;
      finding: { id: string; code: string; determination: number; isOverride: boolean } | null;
      live: { level: number; contested: boolean } | null;
    }[];
  };
}

/** The one status of the testimony; beside it, never as the status, the counts and the live ceiling of each facet. */
export async function TestimonyCorroboration({ caseId, rollUp }: Props) {
  const [t, codebook, format] = await Promise.all([
    translator("testimonies"),
    translator("codebook"),
    formats(),
  ]);
  return (
    <Section id="corroboration" title={t("corroborationTitle")} lead={t("corroborationLead")}>
      <Facts
        items={[
          { label: t("columns.corroboration"), value: <CorroborationPill value={rollUp.status} /> },
          { label: t("counts.supporting"), value: format.number(rollUp.supporting) },
          { label: t("counts.contradicting"), value: format.number(rollUp.contradicting) },
          { label: t("counts.findings"), value: format.number(rollUp.findings) },
        ]}
      />
      {rollUp.facets.length === 0 ? null : (
        <ul>
          {rollUp.facets.map((one) => (
            <li key={`${one.allegationId}/${one.facet}`}>
              <Link href={`/cases/${caseId}/allegations/${one.allegationId}`} prefetch={false}>
                <Code code={one.allegationCode} /> {codebook(`facet.${one.facet}.label`)}
              </Link>
              {": "}
              {one.live === null ? t("ceiling.none") : t("ceiling.level", { level: one.live.level })}
              {one.finding === null ? null : (
                <>
                  {" · "}
                  <Link href={`/cases/${caseId}/findings/${one.finding.id}`} prefetch={false}>
                    {t("ceiling.finding", { level: one.finding.determination })}
                  </Link>
                  {one.finding.isOverride ? (
                    <>
                      {" "}
                      <OverridePill />
                    </>
                  ) : null}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

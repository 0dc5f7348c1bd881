import classes from "#components/corroboration/corroboration.module.css";
import { levelWords } from "#components/corroboration/level.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AllegationAnswer } from "#lib/corroboration/queries/read-allegation.ts";
import { translator } from "#lib/i18n/server.ts";

/** The facets at a glance, each leading to its part of the page. */
export async function FacetContents({ facets }: { facets: AllegationAnswer["facets"] }) {
  const [t, codebook, level] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    levelWords(),
  ]);
  return (
    <Section id="facets" title={t("facetBlock.contents")} lead={t("facetBlock.contentsLead")}>
      <ul className={classes.reasons}>
        {facets.map(({ facet, ceiling, links }) => (
          <li key={facet}>
            <a href={`#${facet}`}>{codebook(`facet.${facet}.label`)}</a>{" "}
            <span className={classes.quiet}>
              {links.length === 0 ? t("facetBlock.countNone") : level(ceiling.level)}
              {ceiling.contested ? ` · ${t("facetBlock.contested")}` : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

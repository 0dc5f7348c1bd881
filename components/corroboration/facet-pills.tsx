import { StatusPill } from "#components/ui/status-pill.tsx";
import type { Facet, FindingStatus } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import classes from "./corroboration.module.css";
import { levelWords } from "./level.tsx";

interface Props {
  readonly facets: readonly {
    readonly facet: Facet;
    /** Of the newest version of its finding; null where there is none. */
    readonly status: FindingStatus | null;
    readonly determination: number | null;
    readonly isOverride: boolean;
  }[];
}

/** Where the facets of an allegation are, one pill each: approved at a level, contested, on its way, or open. */
export async function FacetPills({ facets }: Props) {
  const [t, codebook, level] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    levelWords(),
  ]);
  const meaningOf = ({ status, determination, isOverride }: Props["facets"][number]) => {
    if (status === null) return t("allegation.facetOpen");
    const state = t(`status.${status}.label`);
    const at = status === "approved" ? [level(determination)] : [];
    return [state, ...at, ...(isOverride ? [t("finding.override.label")] : [])].join(" · ");
  };
  return (
    <span className={classes.facetPills}>
      {facets.map((one) => (
        <StatusPill
          key={one.facet}
          label={codebook(`facet.${one.facet}.label`)}
          meaning={meaningOf(one)}
          tone={toneOf(one.status)}
        />
      ))}
    </span>
  );
}

function toneOf(status: FindingStatus | null) {
  if (status === null) return "quiet";
  if (status === "approved") return "good";
  return status === "contested" || status === "refuted" ? "bad" : "progress";
}

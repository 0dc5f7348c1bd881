/** What testimonies, recordings and figures of one facet share by the record itself, and how far that ties them. Pure. */
import { type AlgorithmVersion, SOFT_EDGE_TENTHS, type SoftEdgeKind } from "../vocabulary.ts";
import type { OriginMaterial } from "./material.ts";
import type { SharedTrait } from "./shared-traits.ts";

/**
 * The traits that the origins of a facet share.
 * @param weighed the pairs of origins that somebody weighed by themselves, by kind
 * @param rules the version of the rules: the first knows publishers, interpreters, interviewers and what was not asked
 */
export function traitsOf(
  origins: readonly OriginMaterial[],
  weighed: (kind: SoftEdgeKind) => SharedTrait["except"],
  rules: AlgorithmVersion,
): SharedTrait[] {
  const trait = (
    kind: SharedTrait["kind"],
    bearers: readonly OriginMaterial[],
    touched: readonly OriginMaterial[] = [],
  ): SharedTrait[] =>
    bearers.length === 0 || bearers.length + touched.length < 2
      ? []
      : [
          {
            kind,
            tenths: SOFT_EDGE_TENTHS[kind],
            bearers: ids(bearers),
            touched: ids(touched),
            except: weighed(kind),
          },
        ];
  const sharing = (kind: SharedTrait["kind"], of: (origin: OriginMaterial) => readonly string[]) =>
    [...groupedByEach(origins, of)].flatMap((bearers) => trait(kind, bearers));

  const notAsked = origins.filter(wasNotAsked);
  const first = [
    ...sharing("same_publisher", ({ carriers }) => carriers),
    ...sharing("same_interpreter", ({ interpreters }) => interpreters),
    ...sharing("same_interviewer", ({ interviewers }) => interviewers),
    // All that is linked to one facet speaks of one place. A page cannot be asked, but a witness may have read it.
    ...trait(
      "contamination_not_asked",
      notAsked,
      origins.filter((one) => isAccount(one) && !wasNotAsked(one)),
    ),
  ];
  if (rules === "attest-corroboration-1") return first;
  const readers = origins.filter((one) => one.kind === "interview" && one.sawCoverage === true);
  const unknown = origins.filter(({ originUnknown }) => originUnknown === true);
  return [
    ...first,
    ...trait("saw_coverage_first", readers, origins.filter(isCoverage)),
    ...sharing("one_party", ({ party }) => (party ? [party] : [])),
    ...sharing("same_list_or_organisation", ({ organisation }) => (organisation ? [organisation] : [])),
    ...trait(
      "unknown_origin",
      unknown,
      origins.filter(({ originUnknown }) => originUnknown !== true),
    ),
  ];
}

const ids = (origins: readonly OriginMaterial[]) => origins.map(({ id }) => id);

const isAccount = ({ kind }: OriginMaterial) => kind === "interview" || kind === "published_account";

/** What a witness may have read or watched before. */
const isCoverage = ({ kind }: OriginMaterial) => kind === "published_account" || kind === "media";

/** An interview whose witness was not asked whom they talked with; published accounts are exempt. */
export const wasNotAsked = ({ kind, contaminationAsked }: OriginMaterial) =>
  kind === "interview" && !contaminationAsked;

/** The origins that share a value, for each value that at least two share. */
function groupedByEach(
  origins: readonly OriginMaterial[],
  of: (origin: OriginMaterial) => readonly string[],
): OriginMaterial[][] {
  const groups = new Map<string, OriginMaterial[]>();
  for (const origin of origins) {
    for (const value of new Set(of(origin))) {
      const group = groups.get(value);
      if (group) group.push(origin);
      else groups.set(value, [origin]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

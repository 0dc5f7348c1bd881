import type { FindingStatus } from "#lib/corroboration/vocabulary.ts";
import { type AppliedRule, because } from "./decision.ts";
import type { GateSnapshot, Item } from "./gate-snapshot.ts";

/** Why an item stays whoever asks for it. */
export function whyItemBars({ at, item }: GateSnapshot): AppliedRule[] {
  const isEmbargoed = item.embargoUntil !== null && at < item.embargoUntil;
  return [
    // Until somebody has said who is in it, nobody has been asked.
    ...(item.personsIndexed ? [] : [because("item.persons_not_indexed")]),
    ...(isEmbargoed ? [because("item.embargo")] : []),
    // Given to lead to other evidence only (Rome Statute 54(3)(e); ICC RPE 82).
    ...(item.leadOnly ? [because("item.lead_only")] : []),
    ...(item.releaseHold ? [because("item.release_hold")] : []),
    ...(item.compartmentBar ? [because("item.compartment_bar")] : []),
    ...whyThirdPersonsBar(item),
    ...item.findings.flatMap(whyFindingBars),
  ];
}

/** Whoever else is in a story is protected until somebody decides (ICC RPE 81(4)). */
const whyThirdPersonsBar = ({ thirdPersons }: Item): AppliedRule[] =>
  thirdPersons
    .filter(({ consented, redacted }) => !consented && !redacted)
    .map(({ key }) => because("third_person.undecided", { key }));

type Finding = Item["findings"][number];

/** Where a version is pinned: approved ones as findings, contested and refuted ones among the contradictions, no other at all. */
const FOLDER_OF: Readonly<Partial<Record<FindingStatus, NonNullable<Finding["pinned"]>>>> = {
  approved: "finding",
  contested: "contradictions",
  refuted: "contradictions",
};

function whyFindingBars({ id, status, pinned }: Finding): AppliedRule[] {
  const folder = FOLDER_OF[status];
  if (!folder) return [because("finding.not_decided", { findingId: id })];
  return pinned === folder ? [] : [because("finding.not_in_its_folder", { findingId: id })];
}

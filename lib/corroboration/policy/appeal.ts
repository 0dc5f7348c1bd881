/** Conditions on an appeal, as sentences. The page shows their answers; the commands enforce the same ones. */
import type { Scope } from "#lib/core/scope.ts";
import { seatsOf } from "../find/appeals.ts";
import type { AppealRow } from "../find/panels.ts";
import type { Finding } from "../find/records.ts";
import { refusalsToAppeal, refusalsToSeatPanel } from "../rules/appeal.ts";
import type { Asked } from "../vocabulary.ts";
import type { WhyNot } from "./finding.ts";

/** A ground that was heard against the version, and the evidence in the face of which. */
export type Heard = Pick<AppealRow, "ground" | "inputsHash">;

/**
 * Its author appeals, or whoever answers for the law or the people concerned in the case: once a ground and version, but for
 * evidence that came in since.
 * @param heard the appeals against the version so far
 * @param on the ground and the evidence now; absent: whether any ground is open
 */
export function whyNotAppeal(
  { status, authorHumanId, caseId }: Pick<Finding, "status" | "authorHumanId" | "caseId">,
  scope: Scope,
  heard: readonly Heard[],
  on?: Heard,
): WhyNot {
  const [refusal] = refusalsToAppeal({
    status,
    appellantEntitled:
      authorHumanId === scope.humanId || scope.roleFor("appeal.lodgeForOthers", caseId) !== null,
    ground: on?.ground ?? "",
    groundsHeard: heard.map(({ ground }) => ground),
    evidenceIsNew: heard.every(
      ({ ground, inputsHash }) => ground !== on?.ground || inputsHash !== on.inputsHash,
    ),
  });
  return refusal ?? null;
}

/** What stands in the place of a seat that nobody has taken. */
const NOBODY = "";

/**
 * A senior reviewer takes a seat who had no part in the matter and says that they have no conflict of interest. A seat from which
 * nobody voted is free again when its member can vote no more.
 * @param by.vacant humans who hold a seat and cannot vote
 * @param by.involved whoever had a part in what the appeal is about
 */
export function whyNotTakeSeat(
  appeal: AppealRow,
  finding: Pick<Finding, "status">,
  humanId: string,
  by: { conflict: Asked; vacant: ReadonlySet<string>; involved: readonly (string | null)[] },
): WhyNot {
  if (appeal.decidedAt !== null) return "appeal.decided";
  if (isReplaced(finding)) return "appeal.version_replaced";
  const seats = seatsOf(appeal);
  const free = freeSeat(appeal, by.vacant);
  const kept = seats.filter((seat) => seat.place !== free && seat.humanId !== null);
  const members = [humanId, kept[0]?.humanId ?? NOBODY].map((one) => ({
    humanId: one,
    isSeniorReviewer: true,
  }));
  const [refusal] = refusalsToSeatPanel(members, by.involved);
  if (refusal) return refusal;
  if (free === null) return "appeal.panel_full";
  return by.conflict === "no" ? null : "appeal.panel_has_conflict";
}

/** The seat that can be taken now, or null. */
export function freeSeat(appeal: AppealRow, vacant: ReadonlySet<string>): "first" | "second" | null {
  const free = seatsOf(appeal).find(
    ({ humanId, votedAt }) => humanId === null || (votedAt === null && vacant.has(humanId)),
  );
  return free?.place ?? null;
}

/** A member of the panel votes once, when both seats are taken, and only while they have had no part in the matter. */
export function whyNotVote(
  appeal: AppealRow,
  finding: Pick<Finding, "status">,
  humanId: string,
  involved: readonly (string | null)[],
): WhyNot {
  if (appeal.decidedAt !== null) return "appeal.decided";
  const own = seatsOf(appeal).find((seat) => seat.humanId === humanId);
  if (own === undefined) return "appeal.not_on_panel";
  if (isReplaced(finding)) return "appeal.version_replaced";
  if (appeal.state !== "in_panel") return "appeal.panel_incomplete";
  if (own.votedAt !== null) return "appeal.voted_already";
  return involved.includes(humanId) ? "appeal.panel_was_involved" : null;
}

/** Another version stands, or none: nothing that the panel could say of this one would change anything. */
export const isReplaced = ({ status }: Pick<Finding, "status">): boolean =>
  status === "superseded" || status === "withdrawn";

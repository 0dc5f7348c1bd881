/** Conditions on evidence links, as sentences. A contradiction is resolved with a reason, never taken away. */
import { Conflict, Refused } from "#lib/core/refusals.ts";
import type { Scope } from "#lib/core/scope.ts";
import type { LinkParties } from "../find/link-parties.ts";
import type { EvidenceLink } from "../find/records.ts";
import type { Stance } from "../vocabulary.ts";
import { answer, type WhyNot } from "./finding.ts";

const PERSONAL = new Set([
  "evidence.not_the_author",
  "evidence.resolver_is_author",
  "evidence.resolver_wrote_testimony",
  "evidence.resolver_took_part",
  "evidence.resolver_wrote_finding",
]);

/** @throws Refused when the rule is about the person; Conflict when it is about the record */
export function mustBeAllowedOnLink(rule: WhyNot): void {
  if (rule === null) return;
  throw PERSONAL.has(rule) ? new Refused(rule) : new Conflict(rule);
}

/** Its author changes a link; a contradiction stays one, and what was resolved stays as it was resolved. */
export function whyNotAmendLink(link: EvidenceLink, humanId: string, stance: Stance): WhyNot {
  if (link.retractedAt !== null) return "record.retracted";
  if (link.resolvedAt !== null) return "evidence.already_resolved";
  if (humanId !== link.authorHumanId) return "evidence.not_the_author";
  return link.stance === "contradict" && stance !== "contradict" ? "evidence.contradiction_stays" : null;
}

/**
 * A link is retracted, but not a contradiction: that is resolved by a reviewer.
 * @param withdrawn its statement or testimony was retracted, or consent was withdrawn, so that it counts for nothing
 */
export function whyNotRetractLink(link: EvidenceLink, withdrawn: boolean): WhyNot {
  if (link.retractedAt !== null) return "record.retracted";
  return link.stance === "contradict" && !withdrawn ? "evidence.contradiction_stays" : null;
}

/** A reviewer resolves a contradiction who neither made the link, nor the testimony, nor the finding that it troubles. */
export function whyNotResolveLink(link: EvidenceLink, parties: LinkParties, humanId: string): WhyNot {
  if (link.retractedAt !== null) return "record.retracted";
  if (link.stance !== "contradict") return "evidence.not_a_contradiction";
  if (link.resolvedAt !== null) return "evidence.already_resolved";
  if (humanId === link.authorHumanId) return "evidence.resolver_is_author";
  if (parties.testimonyAuthors.includes(humanId)) return "evidence.resolver_wrote_testimony";
  if (parties.tookPart.includes(humanId)) return "evidence.resolver_took_part";
  return parties.findingAuthors.includes(humanId) ? "evidence.resolver_wrote_finding" : null;
}

/**
 * What a person may do with a link, and which rule stands against what they may not.
 * @param parties who is behind it; null for a link that is no contradiction
 */
export function mayOnLink(link: EvidenceLink, withdrawn: boolean, parties: LinkParties | null, scope: Scope) {
  const writes = scope.roleFor("evidence.write", link.caseId) !== null;
  const resolves = scope.roleFor("evidence.resolve", link.caseId) !== null;
  const againstResolving = parties
    ? whyNotResolveLink(link, parties, scope.humanId)
    : "evidence.not_a_contradiction";
  return {
    amend: answer(writes, whyNotAmendLink(link, scope.humanId, link.stance)),
    retract: answer(writes, whyNotRetractLink(link, withdrawn)),
    resolve: answer(resolves, againstResolving),
  };
}

import type { LinkBasis } from "#lib/codebook/vocabulary.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import { type LinkKind, linkKindSpec, linkNounOf } from "./vocabulary.ts";

/** The two ends of a link, in the direction in which its role is read. */
export interface LinkEnds {
  kind: LinkKind;
  fromId: string;
  toId: string;
}

/** @throws Invalid when an end is no record of the kind's noun, or both are one record */
export function mustJoinWhatTheKindJoins({ kind, fromId, toId }: LinkEnds): void {
  const { from, to } = linkKindSpec(kind);
  const problems: FieldProblem[] = [];
  if (linkNounOf(fromId) !== from) problems.push({ path: "fromId", code: "bad_reference" });
  if (linkNounOf(toId) !== to) problems.push({ path: "toId", code: "bad_reference" });
  if (fromId === toId) problems.push({ path: "toId", code: "same_record" });
  if (problems.length > 0) throw new Invalid(problems);
}

/** @throws Invalid when the role or the basis does not fit the kind */
export function mustSayWhatTheKindAsks(
  kind: LinkKind,
  entered: { role: string | null; basis: LinkBasis | null; basisSourceId: string | null },
): void {
  const { roles, basisRequired } = linkKindSpec(kind);
  const { role, basis, basisSourceId } = entered;
  const problems: FieldProblem[] = [];
  if (role === null && roles.length > 0) problems.push({ path: "role", code: "required" });
  if (role !== null && !roles.includes(role)) problems.push({ path: "role", code: "bad_choice" });
  if (basis === null && basisRequired) problems.push({ path: "basis", code: "required" });
  if (basis === "stated_by_source" && basisSourceId === null) {
    problems.push({ path: "basisSourceId", code: "required" });
  }
  if (problems.length > 0) throw new Invalid(problems);
}

/** What only one live link of a case may say: kind, ends and role; where the ends are alike, in either direction. */
export function pairKeyOf({ kind, fromId, toId, role }: LinkEnds & { role: string | null }): string {
  const isSymmetric = role !== null && linkKindSpec(kind).symmetricRoles.includes(role);
  const ends = isSymmetric ? [fromId, toId].toSorted() : [fromId, toId];
  return [kind, ...ends, role ?? ""].join(":");
}

/** True when a link of this kind and role makes its first end belong to its second. */
export const makesPartOf = (kind: LinkKind, role: string | null): boolean =>
  role !== null && linkKindSpec(kind).loopFreeRoles.includes(role);

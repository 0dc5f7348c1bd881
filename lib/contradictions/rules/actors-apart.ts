import type { KnownActor } from "./claim.ts";

/** Kinds that name nobody: any of them may be anybody else. */
const UNNAMED = new Set(["unidentified_group", "armed_civilians", "civilians"]);

/**
 * True when two actors can be no one actor: both named, neither a part of the other, and enough on record of what they belong
 * to. Of somebody whose unit is not on record, it is not known that the unit is another one.
 */
export function actorsApart(a: string, b: string, actors: ReadonlyMap<string, KnownActor>): boolean {
  const [one, other] = [actors.get(a), actors.get(b)];
  if (a === b || !one || !other) return false;
  if (UNNAMED.has(one.kind) || UNNAMED.has(other.kind)) return false;
  if (one.within.includes(b) || other.within.includes(a)) return false;
  if (one.kind === "person" && other.kind === "person") return true;
  if (one.kind === "person") return personApart(one, b, other);
  if (other.kind === "person") return personApart(other, a, one);
  return one.kind === other.kind || (one.within.length > 0 && other.within.length > 0);
}

/** A person is apart from a group that neither is theirs nor may be a part of theirs. */
function personApart(person: KnownActor, groupId: string, group: KnownActor): boolean {
  const [theirs] = person.within;
  return theirs !== undefined && ![groupId, ...group.within].includes(theirs);
}

export const isPerson = (id: string, actors: ReadonlyMap<string, KnownActor>): boolean =>
  actors.get(id)?.kind === "person";

/**
 * Rules that propose contradictions. Two statements that speak of one thing differ where what they say cannot both be, however
 * wide each is taken. A proposal is a question to people and no more; what is vague, unknown or not comparable raises none.
 */
import type { SaidThen } from "#db/schema/contradictions.ts";
import { overlaps } from "#lib/core/uncertain-date.ts";
import type { Facet } from "#lib/corroboration/vocabulary.ts";
import type { ContradictionKind } from "../vocabulary.ts";
import { actorsApart, isPerson } from "./actors-apart.ts";
import type { Claim, Known } from "./claim.ts";
import { numbersApart } from "./numbers-apart.ts";
import { placesApart } from "./places-apart.ts";

export interface Difference {
  readonly kind: Exclude<ContradictionKind, "other">;
  /** The allegation that both speak of; null where they have only the incident in common. */
  readonly allegationId: string | null;
  readonly facet: Facet | null;
  /** What the first and the second of the two said. */
  readonly said: readonly [SaidThen, SaidThen];
}

/** In what two statements differ beyond their uncertainty; whichever is named first, the same. */
export function differencesBetween(a: Claim, b: Claim, known: Known): Difference[] {
  if (a.id === b.id) return [];
  const [allegationId = null] = sharedAllegations(a, b);
  const isOneIncident = [...a.incidents].some((id) => b.incidents.has(id));
  const found: Difference[] = [];
  const add = (kind: Difference["kind"], facet: Facet, said: Difference["said"]) =>
    found.push({ kind, allegationId, facet: allegationId === null ? null : facet, said });

  // Two acts of one incident have each their time, place and actor: only what is said of one act can differ in them.
  if (allegationId !== null && speakOfOneAct(a, b)) {
    if (timesApart(a, b)) add("time", "time", [{ edtf: a.said.edtf ?? "" }, { edtf: b.said.edtf ?? "" }]);
    if (saidPlacesApart(a, b, known))
      add("place", "place", [{ placeId: a.said.placeId ?? "" }, { placeId: b.said.placeId ?? "" }]);
    if (saidActorsApart(a, b, known)) {
      const actors = [a.said.actorId ?? "", b.said.actorId ?? ""] as const;
      const facet = actors.every((id) => isPerson(id, known.actors)) ? "individual" : "unit";
      add("actor", facet, [{ actorId: actors[0] }, { actorId: actors[1] }]);
    }
  }
  if (allegationId === null && !isOneIncident) return found;
  if (!denies(a) && !denies(b) && numbersApart(a, b)) add("number", "count", [numberOf(a), numberOf(b)]);
  if (oneDenies(a, b, known)) add("act", "occurrence", [actOf(a), actOf(b)]);
  return found;
}

/** Those in no compartment first: on one of them, whoever sees both statements sees what is proposed. */
function sharedAllegations(a: Claim, b: Claim): string[] {
  const shared = [...a.allegations].filter((id) => b.allegations.has(id)).toSorted();
  const isKept = (id: string): boolean => a.kept.has(id) || b.kept.has(id);
  return [...shared.filter((id) => !isKept(id)), ...shared.filter(isKept)];
}

const denies = ({ said }: Claim): boolean => said.sense === "denied";

/** Neither says that it did not happen, and they name no two acts. */
const speakOfOneAct = (a: Claim, b: Claim): boolean =>
  !denies(a) && !denies(b) && (a.said.act === null || b.said.act === null || a.said.act === b.said.act);

const timesApart = ({ said: { edtf: a } }: Claim, { said: { edtf: b } }: Claim): boolean =>
  a !== null && b !== null && !overlaps(a, b);

const saidPlacesApart = (a: Claim, b: Claim, { places }: Known): boolean =>
  a.said.placeId !== null && b.said.placeId !== null && placesApart(a.said.placeId, b.said.placeId, places);

const saidActorsApart = (a: Claim, b: Claim, { actors }: Known): boolean =>
  a.said.actorId !== null && b.said.actorId !== null && actorsApart(a.said.actorId, b.said.actorId, actors);

/** One says that it happened, the other that it did not; and nothing says that they speak of two occasions. */
function oneDenies(a: Claim, b: Claim, known: Known): boolean {
  if (a.said.act === null || a.said.act !== b.said.act || denies(a) === denies(b)) return false;
  return !timesApart(a, b) && !saidPlacesApart(a, b, known) && !saidActorsApart(a, b, known);
}

const numberOf = ({ said: { min, max, unit } }: Claim): SaidThen => ({ min, max, unit: unit ?? "" });
const actOf = ({ said: { act, sense } }: Claim): SaidThen => ({ act: act ?? "", sense: sense ?? "" });

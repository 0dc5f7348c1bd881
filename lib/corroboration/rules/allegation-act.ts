import type { AllegationFields } from "./entered-fields.ts";

const ACT = [
  "incidentId",
  "violation",
  "actorId",
  "victimId",
  "placeId",
  "occurredEdtf",
  "occurredWording",
  "wording",
] as const satisfies readonly (keyof AllegationFields)[];

/** Who did what to whom, where and when. */
type Act = { readonly [Part in (typeof ACT)[number]]: string | null };

/**
 * True when a change makes another act of an allegation, or takes away that a child is concerned, for which a second
 * approver is asked. That a child is concerned may always be added, and the note is free.
 */
export function isAnotherAct(before: Act & { childConcerned: boolean }, after: AllegationFields): boolean {
  return ACT.some((part) => before[part] !== after[part]) || (before.childConcerned && !after.childConcerned);
}

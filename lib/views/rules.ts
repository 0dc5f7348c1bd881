import { Conflict, Refused } from "#lib/core/refusals.ts";
import { nameKey } from "#lib/core/name-key.ts";
import type { ListId } from "./vocabulary.ts";

/** What only one standing view of a case may say: in this list, of this person, under this name. */
export const viewKey = (list: ListId, ownerAccountId: string, name: string): string =>
  `${list}:${ownerAccountId}:${nameKey(name)}`;

/** @throws Conflict `view.retracted` */
export function mustStand({ retractedAt }: { retractedAt: number | null }): void {
  if (retractedAt !== null) throw new Conflict("view.retracted");
}

/** A view is changed and taken back by the person who saved it. @throws Refused `view.of_another` */
export function mustOwn(view: { ownerAccountId: string }, accountId: string): void {
  if (view.ownerAccountId !== accountId) throw new Refused("view.of_another");
}

import { requirePerson } from "#lib/api/asked.ts";
import { layoutOf } from "#lib/api/preferences.ts";

/** What is kept for the person of a list: how they like it to look. */
export async function keptList(tableId: string) {
  const { caller } = await requirePerson();
  return { tableId, layout: await layoutOf(caller, tableId) };
}

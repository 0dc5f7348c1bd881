import type { TableState } from "#components/table/url-state.ts";

/** The ends of a day range under the names that a query gives them: `takenFrom` and `takenTo`. */
export function chosenDays<K extends string>(
  state: TableState,
  key: K,
): { [E in `${K}From` | `${K}To`]?: string } {
  const { from = null, to = null } = state.days[key] ?? {};
  const ends: Record<string, string> = {};
  if (from !== null) ends[`${key}From`] = from;
  if (to !== null) ends[`${key}To`] = to;
  return ends as { [E in `${K}From` | `${K}To`]?: string };
}

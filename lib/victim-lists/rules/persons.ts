/** Who is one person, of the rows of several lists: those of one merge, and each of the others by itself. */

export interface Listed {
  readonly id: string;
  readonly listId: string;
  readonly listCode: string;
  readonly position: number;
}

export interface Merged {
  readonly victimId: string | null;
  readonly victimCode: string | null;
  readonly entryIds: readonly string[];
}

export interface UniquePerson {
  /** The code of the victim or, of a row that is merged with no other, of its list with its place on it. */
  readonly code: string;
  readonly victimId: string | null;
  readonly entryIds: readonly string[];
  readonly listIds: ReadonlySet<string>;
}

/** Each person once. @param merges those that hold */
export function uniquePersons(entries: readonly Listed[], merges: readonly Merged[]): UniquePerson[] {
  const victimOf = new Map(merges.flatMap((merge) => merge.entryIds.map((id) => [id, merge] as const)));
  const groups = Map.groupBy(entries, ({ id }) => victimOf.get(id)?.victimId ?? id);
  return [...groups.values()].flatMap((those) => {
    const [first] = those;
    if (first === undefined) return [];
    const merge = victimOf.get(first.id);
    return [
      {
        code: merge?.victimCode ?? `${first.listCode}/${first.position}`,
        victimId: merge?.victimId ?? null,
        entryIds: those.map(({ id }) => id),
        listIds: new Set(those.map(({ listId }) => listId)),
      },
    ];
  });
}

/** On which lists a person stands: 1 or 0 for each, in their order. */
export const membership = ({ listIds }: UniquePerson, lists: readonly { readonly id: string }[]) =>
  lists.map(({ id }) => (listIds.has(id) ? 1 : 0));

/** How many persons stand on exactly these lists, for each such set that there is. Together they are the unique persons. */
export function patterns(persons: readonly UniquePerson[], lists: readonly { readonly id: string }[]) {
  const by = Map.groupBy(persons, (person) => membership(person, lists).join(""));
  return [...by]
    .map(([pattern, those]) => ({ on: Array.from(pattern, Number), persons: those.length }))
    .toSorted((a, b) => b.persons - a.persons || b.on.join("").localeCompare(a.on.join("")));
}

/**
 * The matrix as a table for other programs: a line a person, 1 or 0 for each list. Codes and digits alone, so that no cell begins as a
 * formula does.
 */
export function matrixTable(
  persons: readonly UniquePerson[],
  lists: readonly { readonly id: string; readonly code: string }[],
): string {
  const lines = [
    ["person", ...lists.map(({ code }) => code)],
    ...persons.map((person) => [person.code, ...membership(person, lists).map(String)]),
  ];
  return `\uFEFF${lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n")}\r\n`;
}

/**
 * What a graph of neighbours draws, and where. Everything here is in the order of what is given, so that the same
 * record always looks the same.
 */

/** A neighbour found over a link, seen from the record that it was found from. */
export interface Found<Link> {
  readonly id: string;
  /** Whose neighbour it is. */
  readonly parentId: string;
  readonly link: Link;
}

/**
 * Takes neighbours from several lists in turns, one of each, so that a list of thousands leaves room for the others.
 * @param known records that are drawn already
 */
export function takeInTurns<Link>(
  lists: readonly (readonly Found<Link>[])[],
  roomMax: number,
  known: ReadonlySet<string>,
): Found<Link>[] {
  const taken = new Map<string, Found<Link>>();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const list of lists) {
      const next = list[turn];
      if (next === undefined || taken.size >= roomMax) continue;
      if (!known.has(next.id) && !taken.has(next.id)) taken.set(next.id, next);
    }
  }
  return [...taken.values()];
}

export interface Placed {
  readonly id: string;
  /** 0 the record itself, 1 its neighbours, 2 theirs. */
  readonly step: 0 | 1 | 2;
  readonly row: number;
}

/**
 * Puts the record, its neighbours and theirs into three columns. A neighbour stands in the first row of its own
 * neighbours, so that no two of a column share a row and no lines between parent and child cross.
 */
export function placeInColumns(
  middleId: string,
  first: readonly { readonly id: string }[],
  second: readonly { readonly id: string; readonly parentId: string }[],
): { placed: Placed[]; rows: number } {
  const placed: Placed[] = [{ id: middleId, step: 0, row: 0 }];
  let row = 0;
  for (const { id } of first) {
    placed.push({ id, step: 1, row });
    const children = second.filter(({ parentId }) => parentId === id);
    for (const [index, child] of children.entries()) placed.push({ id: child.id, step: 2, row: row + index });
    row += Math.max(1, children.length);
  }
  return { placed, rows: Math.max(1, row) };
}

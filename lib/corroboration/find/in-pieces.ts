/** So many ids go into one statement: both databases bound the number of its parameters. */
const IDS_MAX = 500;

/** Every row that one of the ids leads to, in pieces the databases can take. */
export async function inPieces<Row>(
  ids: Iterable<string>,
  ask: (some: string[]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const all = [...new Set(ids)];
  const rows: Row[] = [];
  for (let from = 0; from < all.length; from += IDS_MAX)
    rows.push(...(await ask(all.slice(from, from + IDS_MAX))));
  return rows;
}

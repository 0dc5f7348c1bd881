/** Lists of victims that others published, the rows on them that may be one person, and what two people said of some. */
import { and, eq } from "drizzle-orm";
import { victimListEntries } from "#db/schema/index.ts";
import { addEntries } from "#lib/victim-lists/commands/add-entries.ts";
import { confirmMerge } from "#lib/victim-lists/commands/confirm-merge.ts";
import { findDoubles } from "#lib/victim-lists/commands/find-doubles.ts";
import { proposeMerge } from "#lib/victim-lists/commands/propose-merge.ts";
import { recordVictimList } from "#lib/victim-lists/commands/record-victim-list.ts";
import { PASTED } from "#lib/victim-lists/words.ts";
import type { TrainingCase } from "./schema.ts";
import { RECORDER, type Script } from "./script.ts";

type List = TrainingCase["victimLists"][number];

export async function loadVictimLists(script: Script): Promise<void> {
  const { training, caseId, act, ids, idOf } = script;
  for (const list of training.victimLists) {
    const { key, title, source, asOf, note, author } = list;
    const fields = { title, sourceId: idOf(source), asOfEdtf: asOf, note };
    const made = await act(author, recordVictimList, { caseId, importKey: key, ...fields });
    ids.set(key, made.id);
    await act(author, addEntries, { listId: made.id, rows: asPasted(list) });
  }
  if (training.victimLists.length > 0) await act(RECORDER, findDoubles, { caseId });
  for (const { rows, by, confirm } of training.merges) {
    const entryIds = await Promise.all(rows.map((row) => entryOf(script, row)));
    const { id, version } = await act(by, proposeMerge, { caseId, entryIds });
    if (confirm !== undefined) await act(confirm, confirmMerge, { mergeId: id, version });
  }
}

/** A table with a line of headings, as somebody would paste it. */
const asPasted = ({ rows }: List): string =>
  [PASTED, ...rows.map((row) => PASTED.map((column) => row[column] ?? ""))]
    .map((cells) => cells.join("\t"))
    .join("\n");

async function entryOf(
  { read, idOf }: Script,
  { list, row }: { list: string; row: number },
): Promise<string> {
  const [entry] = await read
    .select({ id: victimListEntries.id })
    .from(victimListEntries)
    .where(and(eq(victimListEntries.listId, idOf(list)), eq(victimListEntries.position, row)));
  if (!entry) throw new Error(`The list ${list} has no row ${row}.`);
  return entry.id;
}

import type { KeyObject } from "node:crypto";
import { z } from "zod";
import type { victimListEntries } from "#db/schema/index.ts";
import { Refused } from "#lib/core/refusals.ts";
import { decrypt, encrypt, type Keys } from "#lib/platform/keys.ts";
import type { RecordKeys } from "#lib/platform/record-keys.ts";
import { nameKeys } from "#lib/victims/rules/name-keys.ts";
import { NAME_MODES } from "#lib/victims/rules/name-likeness.ts";

type Row = Pick<typeof victimListEntries.$inferSelect, "id" | "caseId" | "listId" | "names">;

/** A name as it stands on a list. */
const Names = z.strictObject({ ar: z.string().nullable(), latin: z.string().nullable() });
export type Names = z.output<typeof Names>;

/** What a name is bound to: in another row it does not open. Rows never change, so there is no other version of one. */
const contextOf = (id: string) => `victim_list_entries/${id}/names/1`;

/** Seals the name of a row under the key of its list. */
export const sealNames = (key: KeyObject, id: string, names: Names): string =>
  encrypt(key, contextOf(id), Buffer.from(JSON.stringify(names)));

/**
 * Opens the name of a row.
 * @throws Refused where the key is gone, or it was not sealed for this very row: refused and not in conflict, so that it is in the log
 */
export function openNames(recordKeys: RecordKeys, { id, caseId, listId, names }: Row): Names {
  try {
    const key = recordKeys.open(caseId, listId);
    if (key === null) throw new Error("The key is gone.");
    return Names.parse(JSON.parse(decrypt(key, contextOf(id), names).toString("utf8")));
  } catch {
    throw new Refused("vault.unreadable");
  }
}

/** Enough of a keyed hash that two keys of a case do not meet by chance. */
const MARK_LENGTH = 20;

/** The keyed hashes of the keys under which a name is compared, in whichever way names are. */
export const marksOf = (keys: Keys, caseId: string, { ar, latin }: Names): string[] => [
  ...new Set(
    [ar, latin]
      .filter((name) => name !== null)
      .flatMap((name) => NAME_MODES.flatMap((mode) => nameKeys(name, mode)))
      .map((key) => keys.hmac(`victim-lists/${caseId}`, key).slice(0, MARK_LENGTH)),
  ),
];

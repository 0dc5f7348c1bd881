import type { KeyObject } from "node:crypto";
import type { identities } from "#db/schema/index.ts";
import { Refused } from "#lib/core/refusals.ts";
import { decrypt, encrypt } from "#lib/platform/keys.ts";
import type { RecordKeys } from "#lib/platform/record-keys.ts";
import { type Identity, type Part, Parts, PARTS } from "../vocabulary.ts";

type Row = typeof identities.$inferSelect;
type Sealed = Pick<Row, Part>;

/** What a part is bound to: in another row, column or version it does not open. */
const contextOf = (id: string, part: Part, version: number) => `identities/${id}/${part}/${version}`;

/** Seals all parts of an identity for one version of its row. */
export function sealParts(key: KeyObject, id: string, version: number, identity: Identity): Sealed {
  const sealed = PARTS.map((part) => {
    const value = identity[part];
    return [
      part,
      value === null ? null : encrypt(key, contextOf(id, part, version), Buffer.from(JSON.stringify(value))),
    ];
  });
  // Guarantee: each part of the list has its column.
  return Object.fromEntries(sealed) as Sealed;
}

/**
 * Opens all parts of a row.
 * @throws Refused where the key is gone, or a part was not sealed for this very row, column and version by it: refused and not in
 * conflict, so that it is in the log
 */
export function openParts(recordKeys: RecordKeys, row: Row): Identity {
  try {
    const key = recordKeys.open(row.caseId, row.keyId);
    if (key === null) throw new Error("The key is gone.");
    const open = (part: Part): unknown => {
      const sealed = row[part];
      if (sealed === null) return null;
      return JSON.parse(decrypt(key, contextOf(row.id, part, row.version), sealed).toString("utf8"));
    };
    return {
      names: Parts.names.nullable().parse(open("names")),
      contacts: Parts.contacts.nullable().parse(open("contacts")),
      relatives: Parts.relatives.nullable().parse(open("relatives")),
      papers: Parts.papers.nullable().parse(open("papers")),
      likeness: Parts.likeness.nullable().parse(open("likeness")),
    };
  } catch {
    throw new Refused("vault.unreadable");
  }
}

/** The parts in which something stands, by name. */
export const filledIn = (row: Sealed): Part[] => PARTS.filter((part) => row[part] !== null);

/**
 * The subject of a key of details that goes with the identity of a person: for what the log says in words of what else is sealed under
 * the key of that person, which there may be before anybody records who they are.
 */
export const wordsOf = (personId: string): string => `${personId}/words`;

const contextOfWhy = (revealId: string) => `reveals/${revealId}/why`;

/** Seals why somebody asks to open an identity: the words may name the person. */
export const sealWhy = (key: KeyObject, revealId: string, why: string): string =>
  encrypt(key, contextOfWhy(revealId), Buffer.from(why));

/** Opens it. What does not open is said, for it stands among others that do. */
export function openWhy(
  recordKeys: RecordKeys,
  { id, caseId, personId, why }: { id: string; caseId: string; personId: string; why: string | null },
): { why: string | null; isUnreadable: boolean } {
  if (why === null) return { why, isUnreadable: false };
  try {
    const key = recordKeys.open(caseId, personId);
    if (key === null) throw new Error("The key is gone.");
    return { why: decrypt(key, contextOfWhy(id), why).toString("utf8"), isUnreadable: false };
  } catch {
    return { why: null, isUnreadable: true };
  }
}

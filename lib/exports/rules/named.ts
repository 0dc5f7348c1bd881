/** Whom the key to the codes of a bag names, as pure rules. */
import type { Withholding } from "./release.ts";

/** What decides whether somebody's name may be in a key. */
export interface PersonForKey {
  readonly isRetracted: boolean;
  /** The first rule that keeps any account of theirs in the bag when they are named in it; null where every one may go so. */
  readonly keptByGate: Withholding | null;
  /** Whether they told anything in the bag, and not only a publisher of them. */
  readonly hasTold: boolean;
  readonly isAnonymous: boolean;
  readonly identity: { readonly isShredded: boolean; readonly hasNames: boolean } | null;
}

/**
 * Why somebody stays behind their code, or null when the key may name them: who agreed to be named before this recipient, for
 * every account of theirs in the bag, and whose name is kept. The first rule that applies is named.
 */
export function whyNotNamed(person: PersonForKey): Withholding | null {
  if (person.isRetracted) return { rule: "release.retracted", changeableBy: "investigator" };
  // Whom only a publisher quotes was asked by nobody here.
  if (!person.hasTold) return { rule: "consent.not_asked", changeableBy: "protection_officer" };
  if (person.keptByGate) return person.keptByGate;
  if (person.isAnonymous) return { rule: "vault.anonymous", changeableBy: "witness" };
  if (person.identity === null) return { rule: "vault.none", changeableBy: "investigator" };
  if (person.identity.isShredded) return { rule: "vault.shredded", changeableBy: "nobody" };
  return person.identity.hasNames ? null : { rule: "vault.no_name", changeableBy: "investigator" };
}

/** What a key says of somebody: how they are called, and nothing else of who they are. */
export interface KeyEntry {
  readonly code: string;
  readonly name: string | null;
  readonly otherNames: readonly string[];
}

/** Shorter texts stand in a name by chance. */
const TELLING = 6;

/**
 * Whether a key says more of somebody than how they are called: a number, a paper, a place or a relative of theirs.
 * @param apart what else of their identities is kept
 */
export function saysMoreThanNames(entries: readonly KeyEntry[], apart: readonly string[]): boolean {
  const said = entries.flatMap(({ name, otherNames }) => [name ?? "", ...otherNames].map(plain));
  return apart
    .map(plain)
    .filter((text) => text.length >= TELLING)
    .some((text) => said.some((one) => one.includes(text)));
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();

import { Conflict, type FieldProblem, Invalid, Refused } from "#lib/core/refusals.ts";
import type { Identity, IdentityFields } from "../vocabulary.ts";
import { type CLEARABLE, ENTRIES_KEPT_MAX, TEXT_KEPT_MAX, WHY_MIN } from "../words.ts";

/** What was typed, as it is kept. */
export function partsOf(typed: IdentityFields): Identity {
  const { name, address, relatives, likeness } = typed;
  const aliases = typed.aliases.map(({ alias }) => alias);
  const phones = typed.phones.map(({ phone }) => phone);
  const emails = typed.emails.map(({ email }) => email);
  const papers = typed.papers.map(({ paper }) => paper);
  return {
    names: name === null && aliases.length === 0 ? null : { name, aliases },
    contacts:
      phones.length === 0 && emails.length === 0 && address === null ? null : { phones, emails, address },
    relatives,
    papers: papers.length === 0 ? null : papers,
    likeness,
  };
}

/** An identity says something. @throws Invalid */
export function mustSaySomething(identity: Identity): void {
  if (Object.values(identity).every((part) => part === null))
    throw new Invalid([{ path: "name", code: "required" }]);
}

const both = (before: readonly string[] | undefined, typed: readonly string[]): string[] => [
  ...new Set([...(before ?? []), ...typed]),
];

/** A text under what stands there, as a paragraph of its own; one that stands there already is not said twice. */
function under(before: string | null | undefined, typed: string | null): string | null {
  if (before === null || before === undefined) return typed;
  if (typed === null || `\n\n${before}\n\n`.includes(`\n\n${typed}\n\n`)) return before;
  return `${before}\n\n${typed}`;
}

/** A new name takes the place of the one before, which is kept among the others. */
function namesWith(before: Identity["names"], typed: Identity["names"]): Identity["names"] {
  if (before === null || typed === null) return typed ?? before;
  const name = typed.name ?? before.name;
  const former = before.name === null ? [] : [before.name];
  return { name, aliases: both([...before.aliases, ...former], typed.aliases).filter((one) => one !== name) };
}

/**
 * What is kept after a change. Whoever makes it is not shown what is there, so nothing that they type takes the place of it: it is
 * added, and what is to be emptied is named.
 */
export function changed(
  before: Identity,
  typed: IdentityFields,
  clear: readonly (typeof CLEARABLE)[number][],
): Identity {
  const is = partsOf(typed);
  const merged: Identity = {
    names: namesWith(before.names, is.names),
    contacts:
      is.contacts === null
        ? before.contacts
        : {
            phones: both(before.contacts?.phones, is.contacts.phones),
            emails: both(before.contacts?.emails, is.contacts.emails),
            address: under(before.contacts?.address, is.contacts.address),
          },
    relatives: under(before.relatives, is.relatives),
    papers: is.papers === null ? before.papers : both(before.papers ?? [], is.papers),
    likeness: under(before.likeness, is.likeness),
  };
  return { ...merged, ...Object.fromEntries(clear.map((part) => [part, null])) };
}

/** What is added again and again comes to an end. @throws Conflict */
export function mustHaveRoom({ names, contacts, relatives, papers, likeness }: Identity): void {
  const lists = [names?.aliases, contacts?.phones, contacts?.emails, papers];
  const texts = [contacts?.address, relatives, likeness];
  if (
    lists.some((list) => (list ?? []).length > ENTRIES_KEPT_MAX) ||
    texts.some((text) => (text ?? "").length > TEXT_KEPT_MAX)
  )
    throw new Conflict("vault.full");
}

/** What is typed and what is to be emptied are not the same part. @throws Invalid */
export function mustNotDoBoth(typed: IdentityFields, clear: readonly (typeof CLEARABLE)[number][]): void {
  const is = partsOf(typed);
  const problems: FieldProblem[] = clear.some((part) => is[part] !== null)
    ? [{ path: "clear", code: "typed_too" }]
    : [];
  if (problems.length > 0) throw new Invalid(problems);
}

/**
 * An identity is opened for a reason, and another than those of the list is said in words.
 * @throws Refused without a reason
 * @throws Invalid where the words are missing or too few
 */
export function mustHaveReason<R extends string>(reason: R | null, why: string | null): R {
  if (reason === null) throw new Refused("vault.reason_needed");
  if (reason === "other" && (why ?? "").length < WHY_MIN)
    throw new Invalid([
      why === null
        ? { path: "why", code: "required" }
        : { path: "why", code: "too_short", params: { min: WHY_MIN } },
    ]);
  return reason;
}

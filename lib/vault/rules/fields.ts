import { type FieldProblem, Invalid, Refused } from "#lib/core/refusals.ts";
import type { Identity, IdentityFields } from "../vocabulary.ts";
import { type CLEARABLE, WHY_MIN } from "../words.ts";

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

const orBefore = <T>(typed: readonly T[], before: readonly T[] | undefined): T[] => [
  ...(typed.length > 0 ? typed : (before ?? [])),
];

/** What is kept after a change: what was left blank stays as it was, and what is to be emptied is empty. */
export function changed(
  before: Identity,
  typed: IdentityFields,
  clear: readonly (typeof CLEARABLE)[number][],
): Identity {
  const is = partsOf(typed);
  const merged: Identity = {
    names:
      is.names === null
        ? before.names
        : {
            name: is.names.name ?? before.names?.name ?? null,
            aliases: orBefore(is.names.aliases, before.names?.aliases),
          },
    contacts:
      is.contacts === null
        ? before.contacts
        : {
            phones: orBefore(is.contacts.phones, before.contacts?.phones),
            emails: orBefore(is.contacts.emails, before.contacts?.emails),
            address: is.contacts.address ?? before.contacts?.address ?? null,
          },
    relatives: is.relatives ?? before.relatives,
    papers: is.papers ?? before.papers,
    likeness: is.likeness ?? before.likeness,
  };
  return { ...merged, ...Object.fromEntries(clear.map((part) => [part, null])) };
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

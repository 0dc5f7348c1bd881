/** What the table of permissions says of somebody who asks: derived from it and from the verb, never from what ask and execute do. */
import { ownRole, type Permission, rolesWith } from "#lib/access/permissions.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import type { Asker } from "./crowd.ts";
import type { CommandSpecimen, QuerySpecimen } from "./specimen.ts";

/**
 * `ended`: Refused, whatever is asked. `passes`: no role is missing. `refused`: Refused, as they see what it is about.
 * `absent`: NotFound, as they do not. `empty`: an answer over all of their cases, and so over none.
 */
export type Verdict = "ended" | "passes" | "refused" | "absent" | "empty";
export type Specimen = CommandSpecimen | QuerySpecimen;

/**
 * The verdict on a use of a verb.
 * @param input of the specimen, about the world's case
 * @param sight under which its record is seen, where that is not the verb's own
 * @param apart the record is in a compartment for which they are not cleared
 */
export function verdictOf(
  specimen: Specimen,
  asker: Asker,
  input: Record<string, unknown>,
  sight?: Permission,
  apart = false,
): Verdict {
  const verb = verbOf(specimen);
  if (!asker.live) return "ended";
  // What is one's own and has a name, such as a link to choose one's password by, is nobody else's.
  if (verb.kind === "command" && isOwn(verb.permission) && !isOpenly(specimen) && asker.who !== specimen.as)
    return "absent";
  const isOfTheCase = isOpenly(specimen) || "caseId" in input;
  if (apart && (holds(asker, verb.permission) || !isOfTheCase)) return "absent";
  if (holds(asker, verb.permission)) return sight && !holds(asker, sight) ? "absent" : "passes";
  if (verb.kind === "command") return isOpenly(specimen) || holds(asker, verb.sight) ? "refused" : "absent";
  const where = verb.caseOf?.(verb.input.parse(input));
  // Without a case to ask about, the scope decides row by row: what is out of it is absent, whatever else they see.
  if (where === undefined) return namesARecord(input) ? "absent" : "empty";
  return where === ORGANISATION || holds(asker, verb.sight) || holds(asker, "case.read")
    ? "refused"
    : "absent";
}

/** The verb of a specimen. */
export const verbOf = (specimen: Specimen) => ("command" in specimen ? specimen.command : specimen.query);

const isOpenly = (specimen: Specimen): boolean => "noSubject" in specimen || specimen.as === "setup";

const isOwn = (permission: Permission): boolean => rolesWith(permission).includes(ownRole);

const holds = ({ roles }: Asker, permission: Permission): boolean =>
  rolesWith(permission).some((role) => role === ownRole || roles.includes(role));

const namesARecord = (input: Record<string, unknown>): boolean =>
  Object.keys(input).some((name) => name.endsWith("Id") && name !== "caseId");

/** What a verdict sounds like: the error's name and rule. Of an act that passes, this says nothing. */
export const SOUNDS = {
  ended: "Refused session.ended",
  refused: "Refused role.missing",
  absent: "NotFound",
  empty: "answered",
} as const satisfies Record<Exclude<Verdict, "passes">, string>;

/** How an act ended, in the words of {@link SOUNDS}. */
export const soundOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => "answered",
    (error: unknown) => {
      if (error instanceof Refused || error instanceof Conflict)
        return `${error.constructor.name} ${error.rule}`;
      if (error instanceof NotFound) return "NotFound";
      return String(error);
    },
  );

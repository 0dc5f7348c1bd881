import { z } from "zod";
import { Email, idOf, Line } from "#lib/core/fields.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { CALENDARS, DATE_STYLES, isTimeZone } from "#lib/i18n/preferences.ts";
import { isEasilyGuessed } from "./rules.ts";
import { PASSWORD_LENGTH } from "./words.ts";

export const AccountId = idOf("account");
export const HumanId = idOf("human");
export const SessionId = idOf("session");
export const InvitationId = idOf("invitation");
export const RoleProposalId = idOf("roleProposal");

/** What people type to sign in; no case, no spaces. */
export const AccountName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,60}$/, "account_name");

/** At least 15 characters (ASVS 6.2.9), any characters, never trimmed. */
export const Password = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);

const accountFields = z.strictObject({ name: AccountName, displayName: Line, password: Password });

interface Named {
  name: string;
  displayName?: string | null | undefined;
  password: string;
}

/** Says so at the password when it is easily guessed. */
function mustBeHardToGuess({ name, displayName, password }: Named, ctx: z.RefinementCtx): void {
  if (isEasilyGuessed(password, [name, displayName ?? ""]))
    ctx.addIssue({ code: "custom", path: ["password"], message: "password_guessed" });
}

/** The first account, and its human. */
export const AccountFields = accountFields.superRefine(mustBeHardToGuess);

const person = {
  displayName: Line.nullable().optional(),
  humanId: HumanId.nullable().optional(),
};

/** An account for somebody who chooses the password: of somebody new, by the name shown, or of somebody by `humanId`. */
export const InvitedAccount = z.strictObject({ name: AccountName, ...person }).superRefine(mustBeOnePerson);

/** A new account: of somebody new, by the name shown, or of somebody who has one already, by `humanId`. */
export const NewAccount = accountFields
  .extend(person)
  .superRefine(mustBeHardToGuess)
  .superRefine(mustBeOnePerson);

/** Where the link of an invitation is mailed to. */
export const MailedLink = z.strictObject({ invitationId: InvitationId, email: Email });

interface OnePerson {
  displayName?: string | null | undefined;
  humanId?: string | null | undefined;
}

function mustBeOnePerson({ displayName, humanId }: OnePerson, ctx: z.RefinementCtx): void {
  const isNew = (humanId ?? null) === null;
  if (isNew === ((displayName ?? null) !== null)) return;
  ctx.addIssue({ code: "custom", path: ["displayName"], message: isNew ? "required" : "person_or_name" });
}

/** What a person may set for themselves; what is left out stays as it was. Null: as the browser or the record has it. */
export const ProfileChanges = z.strictObject({
  locale: z.enum(LOCALES).nullable().optional(),
  calendar: z.enum(CALENDARS).optional(),
  timeZone: z.string().max(60).refine(isTimeZone, "time_zone").nullable().optional(),
  dateStyle: z.enum(DATE_STYLES).optional(),
  singleKeys: z.boolean().optional(),
});

/**
 * The door by which the link of an invitation leaves as a mail. That it is to leave is on record first; then the mail server is
 * asked, and no transaction waits for its answer; that it did not take the mail is on record again. It goes at once and
 * by no job: a job would have to keep the address until it runs, and whoever typed it would not hear that the link has to be handed
 * over by them after all.
 */
import { failMail } from "#lib/accounts/commands/fail-mail.ts";
import { mailLink } from "#lib/accounts/commands/mail-link.ts";
import { linkOf } from "#lib/accounts/rules/invitation-link.ts";
import type { Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { parse } from "#lib/core/parse.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { readEnv } from "#lib/platform/env.ts";
import { logEvent, logFault } from "#lib/platform/log.ts";
import { mailIsSet, NotMailed, sendMail } from "#lib/platform/mail.ts";
import { behindTheDoor } from "./door.ts";

/** POST `{ input: { invitationId, email }, requestId }`: the mail server has taken the mail. */
export const mailLinkDoor = (request: Request): Promise<Response> =>
  behindTheDoor(request, async (caller, { input, requestId }) => {
    if (!mailIsSet()) throw new Conflict("mail.not_set");
    if (typeof requestId !== "string") throw new Invalid([{ path: "requestId", code: "required" }]);
    const { email } = parse(mailLink.input, input);
    const { mailId, ...link } = await execute(mailLink, caller, input, requestId);
    await once(mailId, () => send(caller, email, link));
    return { result: {} };
  });

const KNOWN_MAX = 100;
const known = new Map<string, Promise<void>>();

/** One request is one mail, however often it is sent: its receipt names the same mail, and all hear what became of it. */
function once(mailId: string, work: () => Promise<void>): Promise<void> {
  const begun = known.get(mailId);
  if (begun !== undefined) return begun;
  const going = work();
  known.set(mailId, going);
  const [oldest = mailId] = known.keys();
  if (known.size > KNOWN_MAX) known.delete(oldest);
  return going;
}

async function send(
  caller: Caller,
  to: string,
  { invitationId, expiresAt }: { invitationId: string; expiresAt: number },
): Promise<void> {
  const { keys } = await system();
  try {
    const said = words(linkOf(keys, readEnv().url, invitationId), expiresAt);
    await sendMail({ to, ...said, isSecret: true });
  } catch (error) {
    logFault(error);
    // Whose session ended meanwhile hears first of all that nothing was sent.
    await execute(failMail, caller, { invitationId }).catch(logFault);
    throw new NotMailed();
  }
  logEvent("mail.sent", {});
}

/** In both languages, and without a name, a role or a case: nothing is known of the reader, nor of who else reads it. */
function words(link: string, expiresAt: number) {
  const [en, ar] = [translatorFor("en", "accounts"), translatorFor("ar", "accounts")];
  const until = `${new Date(expiresAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return {
    subject: `${en("mail.subject")} · ${ar("mail.subject")}`,
    text: `${en("mail.text", { until })}\n\n${ar("mail.text", { until })}\n\n${link}\n`,
  };
}

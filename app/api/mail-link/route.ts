import { mailLinkDoor } from "#lib/api/mail-link.ts";

/** Mails the link of an invitation. */
export async function POST(request: Request) {
  return mailLinkDoor(request);
}

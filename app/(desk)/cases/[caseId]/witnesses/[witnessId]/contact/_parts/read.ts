import type { readContact } from "#lib/contact/queries/read-contact.ts";

export type ReadContact = Awaited<ReturnType<typeof readContact.run>>;

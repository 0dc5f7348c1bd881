import { Encrypter } from "age-encryption";
import { z } from "zod";

/** The longest is that of a hybrid key, which holds against quantum computers too. */
const LENGTH_MAX = 2_200;
/** A recipient for whom anybody can encrypt with the key alone: of X25519, or hybrid. Keys of other kinds ask for a plugin. */
const FORM = /^age1(?:pq1)?[02-9ac-hj-np-z]+$/;

/**
 * The public key of a recipient, as `age-keygen` prints it. The other half of it is told from it, so that whoever pastes that hears
 * at once that it is to be kept to oneself; it is refused before anything is written.
 */
export const RecipientKey = z
  .string()
  .trim()
  .min(1)
  .max(LENGTH_MAX)
  .superRefine((text, context) => {
    const code = /AGE-SECRET-KEY-/i.test(text) ? "age_secret" : isRecipient(text) ? null : "age_recipient";
    if (code !== null) context.addIssue({ code: "custom", message: code });
  });

function isRecipient(text: string): boolean {
  if (!FORM.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Encrypts bytes to a recipient's key, in memory: what goes to the disk nobody here can open. */
export async function encryptedTo(recipientKey: string, bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipientKey);
  return encrypter.encrypt(bytes);
}

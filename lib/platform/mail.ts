/** Sends a mail through the server that the settings name. Knows no word of the domain. */
import { createTransport } from "nodemailer";
import { readEnv } from "./env.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** It says what nobody on the way to the mail server may read: it goes encrypted, or stays here. */
  isSecret?: boolean;
}

/** The mail server could not be reached, or did not take the mail. What it said stands in no answer and in no log. */
export class NotMailed extends Error {}

const TIMEOUT_MS = 20_000;
const THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"];

/** Whether there is a server through which mail can leave. Without one, nothing is sent or attempted. */
export const mailIsSet = (): boolean => readEnv().smtp !== null;

/**
 * Sends one mail and waits for the server's answer.
 * @throws Error when no server is set, when it cannot be reached in 20 seconds, or does not take the mail
 */
export async function sendMail({ to, subject, text, isSecret = false }: Mail): Promise<void> {
  const { smtp } = readEnv();
  if (smtp === null) throw new Error("no mail server is set: ATTEST_SMTP_URL");
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // By itself `smtp:` is encrypted where the server offers it, and whoever is on the way can take the offer out (RFC 8314, 3.3).
    ...(isSecret && !isOnThisMachine(smtp.url) ? { requireTLS: true } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: smtp.from, to, subject, text });
  } finally {
    transport.close();
  }
}

const isOnThisMachine = (url: string): boolean => THIS_MACHINE.includes(new URL(url).hostname);

/** Sends a mail through the server that the settings name. Knows no word of the domain. */
import { createTransport } from "nodemailer";
import { readEnv } from "./env.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

const TIMEOUT_MS = 20_000;

/** Whether there is a server through which mail can leave. Without one, nothing is sent or attempted. */
export const mailIsSet = (): boolean => readEnv().smtp !== null;

/**
 * Sends one mail and waits for the server's answer.
 * @throws Error when no server is set, when it cannot be reached in 20 seconds, or does not take the mail
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { smtp } = readEnv();
  if (smtp === null) throw new Error("no mail server is set: ATTEST_SMTP_URL");
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: smtp.from, to, subject, text });
  } finally {
    transport.close();
  }
}

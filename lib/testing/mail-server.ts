/** A mail server of the least kind, which tests have take or refuse what is sent, and keep quiet. */
import { once } from "node:events";
import { createServer, type Socket } from "node:net";

export interface MailServer {
  readonly port: number;
  /** The mails it took, as they came. */
  readonly kept: readonly string[];
  /** How often somebody came. */
  reached(): number;
  /** What it says to the next who names a receiver; null: it takes the mail. */
  says(refusal: string | null): void;
  /** Says nothing to whoever names a receiver, until what is returned is called. */
  waits(): () => void;
  close(): Promise<void>;
}

/** Starts a server. @param port a free one when absent */
export async function aMailServer(port = 0): Promise<MailServer> {
  const kept: string[] = [];
  const sockets = new Set<Socket>();
  let reached = 0;
  let refusal: string | null = null;
  let patience: (() => void)[] | null = null;
  const toReceiver = (socket: Socket): void => {
    const answer = () => void socket.write(refusal === null ? "250 ok\r\n" : `${refusal}\r\n`);
    if (patience === null) answer();
    else patience.push(answer);
  };
  const server = createServer((socket) => {
    reached += 1;
    sockets.add(socket);
    let body: string | null = null;
    socket.write("220 here\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      for (const line of chunk.toString("utf8").split("\r\n").slice(0, -1)) {
        if (body !== null && line === ".") {
          kept.push(body);
          body = null;
          socket.write("250 taken\r\n");
        } else if (body !== null) body += `${line}\n`;
        else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else if (/^RCPT/i.test(line)) toReceiver(socket);
        else if (/^STARTTLS/i.test(line)) socket.write("502 not here\r\n");
        else if (/^DATA/i.test(line)) {
          body = "";
          socket.write("354 go on\r\n");
        } else socket.write("250 ok\r\n");
      }
    });
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return {
    port: address.port,
    kept,
    reached: () => reached,
    says: (next) => (refusal = next),
    waits() {
      const waiting: (() => void)[] = [];
      patience = waiting;
      return () => {
        patience = null;
        for (const answer of waiting) answer();
      };
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** The text of a mail as it is read, whichever way it was written for the wire. */
export function textOf(mail: string): string {
  const [head = "", ...paragraphs] = mail.split("\n\n");
  const text = paragraphs.join("\n\n");
  if (/base64/i.test(head)) return Buffer.from(text.replaceAll("\n", ""), "base64").toString("utf8");
  const bytes = text
    .replaceAll("=\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

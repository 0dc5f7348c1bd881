/** The only logger: an allow-list of what may be said. Never a message, a value, an id of a record or a name. */
import { randomUUID } from "node:crypto";

/**
 * Logs an unforeseen fault by the kind of error and the places in our code that it passed, and nothing of its message.
 * @returns the number under which it can be found in the log
 */
export function logFault(error: unknown): string {
  const fault = randomUUID();
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  const places = error instanceof Error ? placesIn(error) : [];
  write({ at: new Date().toISOString(), fault, kind, code: typeof code === "string" ? code : null, places });
  return fault;
}

/** Logs that something of the program itself happened (a start, a stop, a job's end). `words` never holds data. */
export function logEvent(event: string, words: Record<string, string | number | boolean> = {}): void {
  write({ at: new Date().toISOString(), event, ...words });
}

/** Function names and positions only. A stack repeats the message first, and a message may hold lines that look like places. */
function placesIn({ stack = "", message }: Error): string[] {
  const [head = ""] = /^[\w$.]*(?: \[\w+\])?(?:: )?/.exec(stack) ?? [];
  const isWhole = stack.startsWith(`${message}\n`, head.length);
  return (isWhole ? stack.slice(head.length + message.length) : "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 12)
    .map((line) => line.trim().slice(0, 200));
}

const write = (entry: object): void => console.error(JSON.stringify(entry));

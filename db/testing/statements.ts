/** Which SQL some work runs: what differs there could be told from outside by a clock. */
import { PGlite } from "@electric-sql/pglite";
import Database from "better-sqlite3";

let heard: string[] | null = null;

/** Listens to every statement of a driver from now on. */
function listen(
  prototype: object,
  methods: readonly string[],
  textOf: (self: unknown, first: unknown) => unknown,
) {
  for (const method of methods) {
    const run = Reflect.get(prototype, method) as (...args: unknown[]) => unknown;
    Reflect.set(prototype, method, function listened(this: unknown, ...args: unknown[]) {
      heard?.push(String(textOf(this, args[0])));
      return run.apply(this, args);
    });
  }
}

const connection = new Database(":memory:");
listen(
  Object.getPrototypeOf(connection.prepare("select 1")) as object,
  ["all", "get", "run", "iterate"],
  (statement) => (statement as Database.Statement).source,
);
connection.close();
// What PGlite runs inside a transaction goes another way, and is not heard.
listen(PGlite.prototype, ["query"], (_, text) => text);

/** Does some work. @returns what it answered, and the texts of the statements it ran, in their order */
export async function withStatements<T>(
  work: () => Promise<T>,
): Promise<{ answer: T; statements: string[] }> {
  heard = [];
  try {
    const answer = await work();
    // How many subtrees of the log an entry ends goes by its number alone, which everybody's acts move on.
    return { answer, statements: heard.filter((text) => !text.includes("audit_subtrees")) };
  } finally {
    heard = null;
  }
}

/** Keeping what is costly to make again: compiled statements of a SQLite connection, and statements built by drizzle. */
import { createHash } from "node:crypto";
import Database from "better-sqlite3";

const STATEMENTS_KEPT_MAX = 500;

/**
 * Keeps compiled statements by their text: drizzle compiles each anew, which takes longer than most of them run.
 * Every use reads a statement to its end at once, so none is in use when it is asked for again.
 */
export function keepingStatements(connection: Database.Database): Database.Database {
  const compile = (text: string): Database.Statement => Database.prototype.prepare.call(connection, text);
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const known = kept.get(text);
    // Whoever asks for rows as arrays sets it on the statement itself.
    if (known) return known.reader ? known.raw(false) : known;
    const fresh = compile(text);
    if (kept.size >= STATEMENTS_KEPT_MAX) kept.clear();
    kept.set(text, fresh);
    return fresh;
  };
  return Object.assign(connection, { prepare });
}

/** A statement that was built once; its placeholders are filled at each use. */
export interface Built<Answer> {
  execute(values?: Record<string, unknown>): Promise<Answer>;
}

/** A builder that drizzle can turn into such a statement. */
export interface Buildable<Answer> {
  prepare(name: string): Built<Answer>;
}

/** Builds a statement at its first use under a name, and hands out the same one from then on. */
export type Keep<Builder> = <Answer>(
  name: string,
  build: (from: Builder) => Buildable<Answer>,
) => Built<Answer>;

/**
 * A shelf of built statements for one connection: building takes drizzle ten times as long as SQLite needs to run most.
 * @param builder of the connection on which they are going to run
 */
export function shelfOf<Builder>(builder: Builder): Keep<Builder> {
  const shelf = new Map<string, Built<unknown>>();
  return (name, build) => {
    const known = shelf.get(name) ?? atOnce(build(builder).prepare(forPostgres(name)));
    shelf.set(name, known);
    return asBuilt(known);
  };
}

/** SQLite has the answer when it is asked; drizzle would wrap it into a promise of a promise, at every statement. */
const atOnce = <Answer>(built: Built<Answer>): Built<Answer> => ({
  async execute(values) {
    const asked: Promise<Answer> & { sync?(): Answer } = built.execute(values);
    return asked.sync ? asked.sync() : asked;
  },
});

const NAME_MAX = 63;

/** PostgreSQL cuts the names of statements (NAMEDATALEN): of two long ones that begin alike it would make one. */
const forPostgres = (name: string): string =>
  name.length <= NAME_MAX ? name : createHash("sha256").update(name).digest("hex").slice(0, NAME_MAX);

/** Guarantee: a name stands for one statement, so that what lies under it answers what its builder said. */
function asBuilt<Answer>(known: Built<unknown>): Built<Answer> {
  return known as Built<Answer>;
}

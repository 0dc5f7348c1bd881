/** What the database says of itself: that it is one, whole, of this version, and holds no account whose password is public. */
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { migrationsOf } from "#db/migrate.ts";
import { accounts, cases } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { DEMO_ACCOUNTS, DEMO_CASES, DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";
import { passwordFits } from "#lib/platform/password.ts";
import { type Finding, fix, look, ok } from "./finding.ts";
import { isLocal } from "./settings-checks.ts";

/** The oldest PostgreSQL that this program was tried on, as `server_version_num`. */
const POSTGRES_LEAST = 150_000;

/** @param isDemo whether the settings show the demo accounts on the page for signing in */
export async function databaseFindings(
  read: Reader,
  databaseUrl: string,
  isDemo: boolean,
): Promise<Finding[]> {
  const own = databaseUrl.startsWith("file:")
    ? await sqliteFindings(read)
    : await postgresFindings(read, databaseUrl);
  const version = await versionFinding(read, databaseUrl);
  // What the tables hold is asked with the columns of this version.
  return version.state === "fix" ? [...own, version] : [...own, version, await demoFinding(read, isDemo)];
}

async function sqliteFindings(read: Reader): Promise<Finding[]> {
  const mode = await valueOf(read, "journal_mode");
  const rest = [
    await valueOf(read, "synchronous"),
    await valueOf(read, "foreign_keys"),
    await valueOf(read, "trusted_schema"),
  ];
  const checked = await valueOf(read, "quick_check(1)", "quick_check");
  return [
    mode === "wal"
      ? ok("SQLite keeps a write-ahead log.")
      : fix(
          "SQLite keeps no write-ahead log: the database was copied or changed by hand. Start Attest, which sets it.",
        ),
    rest.join() === "2,1,0"
      ? ok(
          "SQLite waits for the disk at every commit, holds references, and trusts no function in its schema.",
        )
      : fix("SQLite does not take the settings of this program. Run npm ci, which brings the right driver."),
    checked === "ok"
      ? ok("SQLite finds its file whole.")
      : fix(
          "SQLite finds its file damaged. Stop Attest, keep the file, and bring back the last backup: npm run restore",
        ),
  ];
}

async function valueOf(read: Reader, pragma: string, column = pragma): Promise<unknown> {
  const [row] = await read.raw<Record<string, unknown>>(sql.raw(`pragma ${pragma}`));
  return row?.[column];
}

async function postgresFindings(read: Reader, url: string): Promise<Finding[]> {
  const [row] = await read.raw<{ number: string }>(
    sql`select current_setting('server_version_num') as number`,
  );
  const number = Number(row?.number);
  const major = Math.floor(number / 10_000);
  const version =
    number >= POSTGRES_LEAST
      ? ok(`PostgreSQL ${major} answers.`)
      : look(`PostgreSQL ${major} answers; Attest was tried on ${POSTGRES_LEAST / 10_000} and newer.`);
  if (url.startsWith("pglite:"))
    return [version, look("PGlite is for trials. Use SQLite or a PostgreSQL server.")];
  return [version, connectionFinding(url)];
}

/** Whether anyone between the two machines could read along. */
export function connectionFinding(url: string): Finding {
  const { hostname, searchParams } = new URL(url);
  const isOnSocket = hostname === "" || searchParams.get("host")?.startsWith("/");
  if (isOnSocket || isLocal(hostname)) return ok("The way to PostgreSQL does not leave this machine.");
  if (searchParams.get("sslmode") === "verify-full")
    return ok("The way to PostgreSQL is encrypted and its name checked.");
  return fix("The way to PostgreSQL leaves this machine unchecked. Add sslmode=verify-full to DATABASE_URL.");
}

async function versionFinding(read: Reader, url: string): Promise<Finding> {
  const { done, known } = await migrationsOf(read, url);
  if (done === known) return ok("The database is of this version of the program.");
  if (done > known)
    return fix(
      "The database was used by a newer version of the program. Install that, or bring back a backup from before.",
    );
  return fix(`${known - done} migrations are due. Make a backup, then start Attest, which carries them out.`);
}

async function demoFinding(read: Reader, isDemo: boolean): Promise<Finding> {
  const open = await withDemoPassword(read);
  const titles = Object.values(DEMO_CASES).map(({ title }) => title);
  const real = await read.$count(cases, notInArray(cases.title, titles));
  if (open === 0 && !isDemo) return ok("No account has the public password of the demo.");
  if (open > 0 && real > 0)
    return fix(
      `${open} accounts have the public password of the demo, beside cases that are not of the demo. Disable those accounts, and keep the demo in an installation of its own.`,
    );
  if (isDemo && real > 0) return fix("ATTEST_DEMO is set beside cases that are not of the demo. Unset it.");
  return look("This is a demo, whose passwords are public. Nothing real belongs in it.");
}

/** The names are common words; only the password makes one an account of the demo. */
async function withDemoPassword(read: Reader): Promise<number> {
  const names = DEMO_ACCOUNTS.map(({ name }) => name);
  const found = await read
    .select({ hash: accounts.passwordHash })
    .from(accounts)
    .where(and(inArray(accounts.name, names), eq(accounts.status, "active")));
  let fitting = 0;
  // One after the other: each takes 64 MiB for a moment.
  for (const { hash } of found) if (await passwordFits(hash, DEMO_PASSWORD)) fitting++;
  return fitting;
}

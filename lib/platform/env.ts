/** The only reader of the environment. A bad setting stops the program with a sentence that says which and how to fix it. */
import { join, resolve } from "node:path";
import { z } from "zod";

export class BadSetting extends Error {}

const Settings = z.object({
  /** Folder of the database, keys, files and exports. */
  ATTEST_DATA: z.string().min(1).default("data"),
  ATTEST_PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  ATTEST_HOST: z.string().min(1).default("localhost"),
  /** Address under which people reach this server. */
  ATTEST_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres:\/\/|postgresql:\/\/|pglite:)/, "must start with file:, postgres:// or pglite:")
    .optional(),
  /** Minutes without a request after which a session ends. */
  ATTEST_IDLE_MINUTES: z.coerce.number().int().min(15).max(60).default(30),
  /** Days after which a finished export can no longer be fetched. */
  ATTEST_EXPORT_DAYS: z.coerce.number().int().min(1).max(90).default(14),
  ATTEST_DEMO: z.enum(["0", "1"]).default("0"),
  /** SHA-256 (hex) of the one-time code that lets the first administrator in; set by the start script. */
  ATTEST_SETUP_HASH: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits")
    .optional(),
});

export interface Env {
  dataFolder: string;
  databaseUrl: string;
  port: number;
  host: string;
  url: string;
  idleMs: number;
  exportDays: number;
  demo: boolean;
  setupHash: string | null;
}

/**
 * Reads and checks the settings.
 * @throws BadSetting naming the setting, what was wrong and what to do
 */
export function readEnv(from: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? "a setting");
    throw new BadSetting(
      `The setting ${name} is not usable: ${issue?.message ?? "unknown reason"}. Change or remove ${name} and start again; docs/settings.md lists what it may be.`,
    );
  }
  const settings = parsed.data;
  const dataFolder = resolve(settings.ATTEST_DATA);
  return {
    dataFolder,
    databaseUrl: settings.DATABASE_URL ?? `file:${join(dataFolder, "attest.sqlite")}`,
    port: settings.ATTEST_PORT,
    host: settings.ATTEST_HOST,
    url: settings.ATTEST_URL ?? `http://${settings.ATTEST_HOST}:${settings.ATTEST_PORT}`,
    idleMs: settings.ATTEST_IDLE_MINUTES * 60_000,
    exportDays: settings.ATTEST_EXPORT_DAYS,
    demo: settings.ATTEST_DEMO === "1",
    setupHash: settings.ATTEST_SETUP_HASH ?? null,
  };
}

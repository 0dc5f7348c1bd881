/** The only reader of the environment. A bad setting stops the program with a sentence that says which and how to fix it. */
import { join, resolve } from "node:path";
import { z } from "zod";
import { logSettings } from "./log-settings.ts";

export class BadSetting extends Error {}

interface Setting {
  schema: z.ZodType;
  meaning: string;
  /** What it may be, in words. */
  rule: string;
  /** What holds without it, in words. */
  fallback: string;
}

/** Whoever is on the way reads and changes what goes by plain http. An issuer has nothing but a place (Discovery 1.0 §3). */
function isIssuer(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || `${url.username}${url.search}${url.hash}` !== "") return false;
  return url.protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

const settings = {
  ATTEST_DATA: {
    schema: z.string().min(1).default("data"),
    meaning: "Folder of the database, keys, attached files and exports",
    rule: "a path",
    fallback: "`data` (`data/demo` for the demo)",
  },
  ATTEST_PORT: {
    schema: z.coerce.number().int().min(1).max(65_535).default(3000),
    meaning: "Port on which the server listens",
    rule: "a whole number from 1 to 65535",
    fallback: "3000",
  },
  ATTEST_HOST: {
    schema: z.string().min(1).default("localhost"),
    meaning: "Name or address on which the server listens",
    rule: "a host name or address of this machine",
    fallback: "`localhost`: this machine only",
  },
  ATTEST_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    meaning: "Address under which people reach the server, behind a reverse proxy",
    rule: "an http or https address",
    fallback: "`http://`host`:`port",
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^(file:|postgres:\/\/|postgresql:\/\/|pglite:)/)
      .optional(),
    meaning: "The database",
    rule: "`file:` and a path (SQLite), `postgres://…`, or `pglite:` and a folder",
    fallback: "`attest.sqlite` in the data folder",
  },
  ATTEST_KEY_FILE: {
    schema: z.string().min(1).optional(),
    meaning: "File of the master secret, best on another disk than the data folder",
    rule: "a path; the file holds 64 hexadecimal digits, for its owner alone",
    fallback: "`keys/master.key` in the data folder, made at the first start",
  },
  ATTEST_KEY: {
    schema: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    meaning: "The master secret itself, in place of the key file",
    rule: "64 hexadecimal digits",
    fallback: "the key file is read, or a passphrase asked for",
  },
  ATTEST_LOCK_MINUTES: {
    schema: z.coerce.number().min(0).max(1_440).default(0),
    meaning:
      "Minutes in which nobody who is signed in asks for anything, after which the program locks itself; for keys under a passphrase",
    rule: "a number from 0 to 1440; 0 means never",
    fallback: "0",
  },
  ATTEST_IDLE_MINUTES: {
    schema: z.coerce.number().int().min(15).max(60).default(15),
    meaning: "Minutes without a request after which a session ends",
    rule: "a whole number from 15 to 60",
    fallback: "15",
  },
  ATTEST_EXPORT_DAYS: {
    schema: z.coerce.number().int().min(1).max(90).default(14),
    meaning: "Days after which a finished export can no longer be fetched",
    rule: "a whole number from 1 to 90",
    fallback: "14",
  },
  ATTEST_SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    meaning:
      "Mail server for saying that something waits, and for the link of an invitation where an administrator has it mailed; the mails hold no content, code, case or name",
    rule: "an smtp or smtps address, with user and password where the server asks for them",
    fallback: "no mail is sent or attempted",
  },
  ATTEST_SMTP_FROM: {
    schema: z.email().optional(),
    meaning: "Address from which the mails come",
    rule: "an e-mail address; needed with `ATTEST_SMTP_URL`",
    fallback: "no mail is sent or attempted",
  },
  ATTEST_MAIL_MINUTES: {
    schema: z.coerce.number().int().min(1).max(1_440).default(60),
    meaning: "Minutes between two mails to one person",
    rule: "a whole number from 1 to 1440",
    fallback: "60",
  },
  ATTEST_OIDC_ISSUER: {
    schema: z
      .url({ protocol: /^https?$/ })
      .refine(isIssuer)
      .optional(),
    meaning: "Provider of OpenID Connect where people may prove who they are in place of the password",
    rule: "the https address that the provider gives as its issuer (http on this machine only); needs `ATTEST_OIDC_CLIENT_ID` and `ATTEST_OIDC_CLIENT_SECRET`",
    fallback: "everybody signs in by password, and no provider is asked",
  },
  ATTEST_OIDC_CLIENT_ID: {
    schema: z.string().min(1).max(200).optional(),
    meaning: "Name under which the provider knows this installation",
    rule: "at most 200 characters; needed with `ATTEST_OIDC_ISSUER`",
    fallback: "everybody signs in by password, and no provider is asked",
  },
  ATTEST_OIDC_CLIENT_SECRET: {
    schema: z.string().min(1).max(1_000).optional(),
    meaning: "Secret by which the provider knows that it is this installation",
    rule: "at most 1000 characters; needed with `ATTEST_OIDC_ISSUER`",
    fallback: "everybody signs in by password, and no provider is asked",
  },
  ATTEST_OIDC_NAME: {
    schema: z.string().trim().min(1).max(60).optional(),
    meaning: "What people call the provider; stands on the button",
    rule: "at most 60 characters",
    fallback: "the host of `ATTEST_OIDC_ISSUER`",
  },
  ...logSettings,
  ATTEST_DEMO: {
    schema: z.enum(["0", "1"]).default("0"),
    meaning: "Shows the demo accounts on the sign-in page; set by `npm run demo`",
    rule: "0 or 1",
    fallback: "0",
  },
  ATTEST_SETUP_HASH: {
    schema: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    meaning: "SHA-256 of the one-time code of the first run; set by `npm start`",
    rule: "64 hexadecimal digits",
    fallback: "no first administrator can be made",
  },
} satisfies Record<string, Setting>;

/** Guarantee: the keys of a literal are its names. */
const namesOfSettings = Object.keys(settings) as (keyof typeof settings)[];

/** A provider of OpenID Connect. */
export interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
}

export interface Env {
  dataFolder: string;
  databaseUrl: string;
  keyFile: string;
  /** The master secret where the environment holds it; null otherwise. */
  key: Buffer | null;
  /** Time without a request after which the program locks itself; null for never. */
  lockMs: number | null;
  port: number;
  host: string;
  url: string;
  idleMs: number;
  exportDays: number;
  /** Where copies of checkpoints go; null when none is set. */
  anchorFolder: string | null;
  /** The mail server; null when none is set. */
  smtp: { url: string; from: string } | null;
  /** Time between two mails to one person. */
  mailEveryMs: number;
  /** Where people may prove who they are in place of the password; null when no provider is set. */
  openId: OpenIdProvider | null;
  /** Who stamps the state of the log, and the file with the certificates behind it; null when none is set. */
  timestamp: { url: string; caFile: string } | null;
  /** Who countersigns the state of the log, and by which key. */
  witnesses: readonly { url: string; vkey: string }[];
  /** Whose logs are countersigned here, and the name in which; null when it is nobody's. */
  witness: { name: string; logs: readonly { origin: string; vkey: string }[] } | null;
  demo: boolean;
  setupHash: string | null;
}

/** Every setting in words, for docs/settings.md. */
export const settingsTable = () =>
  Object.entries(settings).map(([name, { meaning, rule, fallback }]) => ({ name, meaning, rule, fallback }));

type Name = keyof typeof settings;
type Given = Record<string, string | undefined>;

const parsed = (name: Name, from: Given) =>
  settings[name].schema.safeParse(from[name] === "" ? undefined : from[name]);

const unusable = (name: Name): string =>
  `The setting ${name} is not usable: it must be ${settings[name].rule}. Change or remove ${name} and start again.`;

/** What makes no sense without another: which, which other, and what that is. */
const NEEDED = [
  ["ATTEST_SMTP_URL", "ATTEST_SMTP_FROM", "the address from which the mails come"],
  ["ATTEST_TIMESTAMP_URL", "ATTEST_TIMESTAMP_CA", "the file with the certificates behind the time authority"],
  ["ATTEST_TIMESTAMP_CA", "ATTEST_TIMESTAMP_URL", "the address of the time authority"],
  ["ATTEST_WITNESSED_LOGS", "ATTEST_WITNESS_NAME", "the name under which logs are countersigned"],
] as const satisfies readonly (readonly [Name, Name, string])[];

const lacking = (from: Given): string[] =>
  NEEDED.filter(([name, other]) => from[name] && !from[other]).map(
    ([name, other, what]) =>
      `The setting ${other} is missing: ${name} needs it. Set ${what}, or remove ${name}, and start again.`,
  );

/** The settings of a provider make sense together only. @returns null when all or none of them are there */
function halfAProvider(from: Given): string | null {
  const given = (name: Name) => Boolean(from[name]);
  const needed = ["ATTEST_OIDC_ISSUER", "ATTEST_OIDC_CLIENT_ID", "ATTEST_OIDC_CLIENT_SECRET"] as const;
  const missing = needed.filter((name) => !given(name));
  if (missing.length === 0 || !([...needed, "ATTEST_OIDC_NAME"] as const).some(given)) return null;
  return `Of the provider for signing in, ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing. Set what is missing, or remove every setting that begins with ATTEST_OIDC, and start again.`;
}

/** A sentence for every setting that would stop the program: all of them, where `readEnv` stops at the first. */
export function badSettings(from: Given = process.env): string[] {
  const bad = namesOfSettings.filter((name) => !parsed(name, from).success).map(unusable);
  const half = halfAProvider(from);
  return [...bad, ...lacking(from), ...(half === null ? [] : [half])];
}

/**
 * Reads and checks the settings.
 * @throws BadSetting naming the setting, what it may be and what to do
 */
export function readEnv(from: Given = process.env): Env {
  const read = <K extends Name>(name: K): z.output<(typeof settings)[K]["schema"]> => {
    const { success, data } = parsed(name, from);
    if (success) return data as z.output<(typeof settings)[K]["schema"]>;
    throw new BadSetting(unusable(name));
  };
  const dataFolder = resolve(read("ATTEST_DATA"));
  const port = read("ATTEST_PORT");
  const host = read("ATTEST_HOST");
  const smtpUrl = read("ATTEST_SMTP_URL");
  const smtpFrom = read("ATTEST_SMTP_FROM");
  const issuer = read("ATTEST_OIDC_ISSUER");
  const clientId = read("ATTEST_OIDC_CLIENT_ID");
  const clientSecret = read("ATTEST_OIDC_CLIENT_SECRET");
  const providerName = read("ATTEST_OIDC_NAME");
  const half = halfAProvider(from);
  if (half !== null) throw new BadSetting(half);
  const [lack] = lacking(from);
  if (lack !== undefined) throw new BadSetting(lack);
  const stampUrl = read("ATTEST_TIMESTAMP_URL");
  const stampCa = read("ATTEST_TIMESTAMP_CA");
  const witnessName = read("ATTEST_WITNESS_NAME");
  const witnessed = read("ATTEST_WITNESSED_LOGS");
  const key = read("ATTEST_KEY");
  const lockMinutes = read("ATTEST_LOCK_MINUTES");
  const anchorFolder = read("ATTEST_ANCHOR_FOLDER");
  return {
    dataFolder,
    databaseUrl: read("DATABASE_URL") ?? `file:${join(dataFolder, "attest.sqlite")}`,
    keyFile: resolve(read("ATTEST_KEY_FILE") ?? join(dataFolder, "keys", "master.key")),
    key: key === undefined ? null : Buffer.from(key, "hex"),
    lockMs: lockMinutes === 0 ? null : lockMinutes * 60_000,
    port,
    host,
    url: read("ATTEST_URL") ?? `http://${host}:${port}`,
    idleMs: read("ATTEST_IDLE_MINUTES") * 60_000,
    exportDays: read("ATTEST_EXPORT_DAYS"),
    anchorFolder: anchorFolder === undefined ? null : resolve(anchorFolder),
    smtp: smtpUrl !== undefined && smtpFrom !== undefined ? { url: smtpUrl, from: smtpFrom } : null,
    mailEveryMs: read("ATTEST_MAIL_MINUTES") * 60_000,
    openId:
      issuer !== undefined && clientId !== undefined && clientSecret !== undefined
        ? { issuer, clientId, clientSecret, name: providerName ?? new URL(issuer).host }
        : null,
    timestamp:
      stampUrl !== undefined && stampCa !== undefined ? { url: stampUrl, caFile: resolve(stampCa) } : null,
    witnesses: read("ATTEST_WITNESSES").map(({ first, vkey }) => ({ url: first, vkey })),
    witness:
      witnessName === undefined
        ? null
        : { name: witnessName, logs: witnessed.map(({ first, vkey }) => ({ origin: first, vkey })) },
    demo: read("ATTEST_DEMO") === "1",
    setupHash: read("ATTEST_SETUP_HASH") ?? null,
  };
}

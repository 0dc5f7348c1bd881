/**
 * Settings of the log's anchors and of countersigning. Lists name a place or a log and its key (C2SP signed-note, "Verifier
 * keys"), separated by commas.
 */
import { createHash } from "node:crypto";
import { z } from "zod";

/** Ed25519 signs checkpoints; with the second kind it cosigns those of others. */
const KINDS = { log: 0x01, witness: 0x04 } as const;

const KEY_BYTES = 33;
const LIST_MAX = 50;

/** Whether a text is a key of a kind, and the digits in it are those of that key: a mistake in copying one is found here. */
function isKeyOf(kind: keyof typeof KINDS, text: string): boolean {
  const [, name = "", id = "", data = ""] =
    /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text) ?? [];
  const key = Buffer.from(data, "base64");
  if (key.length !== KEY_BYTES || key.toString("base64") !== data || key[0] !== KINDS[kind]) return false;
  return createHash("sha256").update(`${name}\n`).update(key).digest("hex").startsWith(id);
}

/** An address that is asked from here: plain http too, since every answer is signed. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return false;
  return `${url.username}${url.password}${url.search}${url.hash}` === "";
}

const pairs = (fits: (first: string, key: string) => boolean) =>
  z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((one) => one.trim().split(/\s+/))
        .filter(([first]) => first !== ""),
    )
    .refine(
      (list) =>
        list.length <= LIST_MAX && list.every(([a = "", b = "", ...more]) => more.length === 0 && fits(a, b)),
    )
    .refine((list) => new Set(list.map(([first]) => first)).size === list.length)
    .transform((list) => list.map(([first = "", vkey = ""]) => ({ first, vkey })));

/** Witnesses: an address and a key of cosigning each. */
const Witnesses = pairs((url, key) => isAddress(url) && isKeyOf("witness", key));
/** Logs: an origin and a key of its name each; one origin stands once. */
const WitnessedLogs = pairs((origin, key) => key.startsWith(`${origin}+`) && isKeyOf("log", key));
/** Name of a key, which stands in each of its signatures. */
const KeyName = z.string().regex(/^[^\s+,]{1,200}$/u);

/** Each in the form that env.ts reads. */
export const logSettings = {
  ATTEST_ANCHOR_FOLDER: {
    schema: z.string().min(1).optional(),
    meaning:
      "Folder for copies of the log's checkpoints, on another disk or another machine: the log is held against them at every start",
    rule: "a path to a folder that is there",
    fallback: "checkpoints are kept in the data folder only, where whoever has the database has them too",
  },
  ATTEST_TIMESTAMP_URL: {
    schema: z.string().refine(isAddress).optional(),
    meaning: "Time authority (RFC 3161) that stamps the signed state of the log; it is sent a hash",
    rule: "an http or https address without user, query and fragment; needs `ATTEST_TIMESTAMP_CA`",
    fallback: "no time authority is asked",
  },
  ATTEST_TIMESTAMP_CA: {
    schema: z.string().min(1).optional(),
    meaning: "File with the certificates of the CA behind the time authority",
    rule: "a path; the file is PEM; needed with `ATTEST_TIMESTAMP_URL`",
    fallback: "no time authority is asked",
  },
  ATTEST_WITNESSES: {
    schema: Witnesses,
    meaning:
      "Witnesses (C2SP tlog-witness) that countersign the signed state of the log; they are sent its size and its root",
    rule: "an address and a key of cosigning with a space between, of several with commas; no address twice",
    fallback: "no witness is asked",
  },
  ATTEST_WITNESS_NAME: {
    schema: KeyName.optional(),
    meaning: "Name under which this installation countersigns the logs of others",
    rule: "at most 200 characters, without spaces, plus signs and commas, best a host name; needed with `ATTEST_WITNESSED_LOGS`",
    fallback: "this installation countersigns nothing",
  },
  ATTEST_WITNESSED_LOGS: {
    schema: WitnessedLogs,
    meaning: "Logs of others that this installation countersigns when it is asked",
    rule: "an origin and a key of that name with a space between, of several with commas; no origin twice; needs `ATTEST_WITNESS_NAME`",
    fallback: "this installation countersigns nothing",
  },
};

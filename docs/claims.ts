/** Reads the tests that a document cites: a path in backticks, a colon, and names in quotes, separated by commas. */
import { existsSync, readFileSync } from "node:fs";

export interface Claim {
  file: string;
  name: string;
}

const CITED = /`([\w./-]+\.(?:test|spec)\.ts)`((?:[:,] "[^"]+")*)/g;

/** Every test that the document cites; a file without a name is one with the empty name, which no test has. */
export function claimsOf(document: string): Claim[] {
  return [...document.matchAll(CITED)].flatMap(([, file = "", list = ""]) => {
    const names = [...list.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
    return (names.length > 0 ? names : [""]).map((name) => ({ file, name }));
  });
}

/** What is cited and is not there: no such file, or no such title of a test in it that runs. */
export function unfounded(claims: readonly Claim[]): string[] {
  return claims.filter((claim) => !isThere(claim)).map(({ file, name }) => `${file}: ${name || "no name"}`);
}

function isThere({ file, name }: Claim): boolean {
  if (name === "" || !existsSync(file)) return false;
  const text = readFileSync(file, "utf8").replaceAll(COMMENT, "").replaceAll(SKIPPED, "");
  return text.includes(`"${name}"`) || text.includes(`\`${name}\``);
}

const COMMENT = /(?<=^|\s)(?:\/\*[\s\S]*?\*\/|\/\/.*)/gm;

/** A call that runs nothing, to its end: the first line at its own indentation that closes it, as the formatter sets it. */
const SKIPPED = /^( *)(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo)\b(?:.*\);$|[\s\S]*?\n\1(?! ).*\);$)/gm;

/** The log of seven, and what the cases of logs are made with. */
import { type Answer, type Given, key1, ORIGIN } from "./cases.ts";
import { rewritten, seven } from "./entries.ts";
import { bodyOf, checkpointText, type Entry, leafOf, noteOf, rootOf } from "./format.ts";

export interface LogCase extends Given, Answer {
  name: string;
  lines: string[];
}

export const linesOf = (entries: readonly Entry[]) => entries.map(bodyOf);
export const leavesOf = (lines: readonly string[]) => lines.map((line) => leafOf(line));
export const rootHex = (lines: readonly string[]) => rootOf(leavesOf(lines)).toString("hex");
export const lines = linesOf(seven);
export const notedAt = (size: number) => `${size}:${rootHex(lines.slice(0, size))}`;
export const wrongAt = (size: number) => `${size}:${"5".repeat(64)}`;
export const withheld = (line: string, seq: number) =>
  `{"leaf":"${leafOf(line).toString("hex")}","seq":${seq}}`;
export const textAt = (size: number, origin = ORIGIN) =>
  checkpointText(origin, leavesOf(lines.slice(0, size)));
export const signedAt = (size: number, key = key1) => noteOf(textAt(size, key.name), key);
export const root = rootHex(lines);

export const one = (name: string, given: string[], answer: Answer, beside: Given = {}): LogCase => ({
  name,
  lines: given,
  ...beside,
  ...answer,
});

/** The log with a forged third entry, and everything after it computed anew. */
export const forged = linesOf(rewritten(seven, 3, { reason: "forged" }));

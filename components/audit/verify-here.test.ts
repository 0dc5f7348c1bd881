import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { notedFrom } from "#lib/audit/words.ts";
import { verifierHere } from "./verify-here.ts";

interface Vector {
  name: string;
  lines: string[];
  exit: number;
  root?: string;
  firstBad?: number;
  lastBad?: number;
  why?: string;
  noted?: string[];
  checkpoints?: string[];
}
const { logs } = JSON.parse(readFileSync("docs/verify/vectors.json", "utf8")) as { logs: Vector[] };
/** What needs the signature of a checkpoint is not for this verifier; nor is what is no line of text. */
const mine = logs.filter(({ checkpoints, lines }) => checkpoints === undefined && lines.length > 0);

async function verified(lines: readonly string[], noted: readonly string[] = [], slice = lines.length) {
  const here = verifierHere(noted.flatMap((text) => notedFrom(text) ?? []));
  for (let start = 0; start < lines.length; start += slice) {
    const fault = await here.add(lines.slice(start, start + slice));
    if (fault) return fault;
  }
  return here.end();
}

describe("the log, verified in a browser", () => {
  it("is asked about every vector that rests on no signature", () => {
    expect(mine.length).toBeGreaterThan(100);
    expect(mine.filter(({ exit }) => exit === 1).length).toBeGreaterThan(50);
  });

  it.each(mine.map((one) => [one.name, one] as const))("%s", async (_, { lines, noted = [], ...wanted }) => {
    for (const slice of [lines.length, 1, 3]) {
      const found = await verified(lines, noted, slice);
      if (wanted.exit === 1) {
        const range = wanted.lastBad === undefined ? {} : { lastBad: wanted.lastBad };
        expect(found).toMatchObject({ ok: false, firstBad: wanted.firstBad, why: wanted.why, ...range });
      } else if (wanted.root !== undefined) {
        expect(found).toEqual({ ok: true, count: lines.length, root: wanted.root.split(":").at(-1) });
      }
    }
  });
});

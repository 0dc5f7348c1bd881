/** The bench must not rot: a small database is generated, verifies, and every line in this process is measured on it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "#lib/audit/verify-log.ts";
import type { System } from "#lib/core/system.ts";
import { datasetOf, type Generated, openGenerated } from "./bench/dataset.ts";
import { openFloor } from "./bench/floor.ts";
import { inProcessLines } from "./bench/in-process.ts";
import { type Figure, figuresInWords, holds, type Line, linesInWords, within } from "./bench/report.ts";
import { diceOf, titleOf } from "./bench/words.ts";

const SIZE = 500;
let folder: string;
let generated: Generated;
let sys: System;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-bench-test-"));
  generated = await datasetOf(SIZE, () => undefined, folder);
  sys = await openGenerated(generated);
});
afterAll(async () => {
  await sys.store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the bench", () => {
  it("generates what verifies against its own log, with a record of few and one of many links", async () => {
    expect(await verifyLog(sys.store.read, sys.keys)).toMatchObject({ verdict: "holds" });
    const { incidentOfFew, incidentOfMany } = generated.dataset;
    expect(incidentOfFew.links).toBe(50);
    expect(incidentOfMany.links).toBeGreaterThan(150);
  });

  it("uses a database that is there, and rolls the same dice in every run", async () => {
    const said: string[] = [];
    const again = await datasetOf(SIZE, (line) => said.push(line), folder);
    expect(again.path).toBe(generated.path);
    expect(said).toEqual([]);
    expect(titleOf(diceOf(7), "ar", 1)).toBe(titleOf(diceOf(7), "ar", 1));
  });

  it("asks the product and the floor the same: as many rows, and as many found in both scripts", async () => {
    const floor = openFloor(generated.path, generated.fileKey, generated.dataset);
    const [person] = generated.dataset.investigators;
    if (!person) throw new Error("nobody");
    const effort = { runsMax: 1, secondsMax: 1 };
    const lines = await inProcessLines(generated.dataset, person, floor, effort, (name, product, raw) => {
      const [asked, below] = [rowsIn(product), rowsIn(raw)];
      expect(below, name).toBeGreaterThan(0);
      expect(asked, name).toBe(below);
    });
    floor.close();
    expect(lines.map(({ name }) => name)).toContain("list, newest first");
    expect(lines.length).toBeGreaterThan(8);
  });
});

describe("its report", () => {
  const timing = (medianMs: number) => ({ medianMs, p95Ms: medianMs, cpuMs: medianMs, runs: 1 });
  const line: Line = { group: "g", name: "a line", measured: timing(6), floor: timing(2), ratioMax: 2.5 };
  const figure: Figure = { group: "g", name: "a figure", value: 449, unit: "a second", min: 450 };

  it("says what is missed", () => {
    expect([holds(line), holds({ ...line, measured: timing(5) })]).toEqual([false, true]);
    expect([within(figure), within({ ...figure, value: 450 })]).toEqual([false, true]);
    const words = [...linesInWords([line]), ...figuresInWords([figure])].join("\n");
    expect(words.match(/MISSED/g)).toHaveLength(2);
  });
});

/** Rows of a page, or how many were found by name and in texts. */
function rowsIn(answer: unknown): number {
  const text = JSON.stringify(answer);
  const found = [...text.matchAll(/"(?:counted|total)":(\d+),"(?:records|isMore)"/g)];
  if (found.length > 0) return found.reduce((sum, [, number]) => sum + Number(number), 0);
  return text.match(/code":"T-/g)?.length ?? 0;
}

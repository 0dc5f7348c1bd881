/**
 * Measures the product against plain SQL over invented testimonies, and says what was asked and what was found:
 *   npm run bench [-- --size 100000] [--against 10000] [--quick] [--no-http] [--port 3126] [--cipher] [--log 1000000]
 * `--log ENTRIES` measures the audit log by itself, and no testimonies: 1000000 is what is asked of it.
 * `--cipher` measures what the cipher costs instead: the same questions of the same rows with it and without.
 * `--against` asks a second, smaller database the same; `--quick` measures fewer runs; `--no-http` leaves out what needs the
 * built product. Generated databases lie in the folder for temporary files and are used again; the figures are written beside
 * them as JSON. See docs/speed.md. Exit 0: every line that was measured holds; 1: one does not.
 */
import { writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { datasetOf, type Generated, openGenerated } from "./bench/dataset.ts";
import { logFigures } from "./bench/log.ts";
import { openFloor } from "./bench/floor.ts";
import { cipherLines, cipherWriting } from "./bench/cipher.ts";
import { DEEP, inProcessLines } from "./bench/in-process.ts";
import { writingFigures } from "./bench/writing.ts";
import { growthFigures, httpLines, linksFigure, pageFigures, type Stand } from "./bench/over-http.ts";
import { serve } from "./bench/served.ts";
import { wholeFigures } from "./bench/whole.ts";
import {
  type Figure,
  figuresInWords,
  holds,
  type Line,
  linesInWords,
  type Report,
  within,
} from "./bench/report.ts";

const SIZE_DEFAULT = 100_000;
const PORT_DEFAULT = 3126;
const SIZE_MAX = 5_000_000;

process.exitCode = await main();

async function main(): Promise<number> {
  const { size, against, quick, port, cipher, log } = wanted();
  const print = (line: string) => console.log(line);
  if (log !== null) {
    const figures = await logFigures(log, print);
    for (const line of figuresInWords(figures)) print(line);
    return figures.every(within) ? 0 : 1;
  }
  // Before the other is opened: generating makes what it fills the system of this process.
  const small = against === null ? null : await datasetOf(against, print);
  const generated = await datasetOf(size, print);
  const { dataset, folder, path, fileKey } = generated;
  const effort = quick ? { runsMax: 30, secondsMax: 2 } : { runsMax: 300, secondsMax: 10 };
  const sys = await openGenerated(generated);
  const floor = openFloor(path, fileKey, dataset);
  const person = dataset.investigators[0];
  if (!person) throw new Error("there is nobody in the cast");
  const report: Report = {
    size,
    at: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${release()}, Node ${process.version}`,
    lines: [],
    figures: [],
  };
  print(`${size.toLocaleString("en")} testimonies; ${report.machine}`);
  /** Said as soon as it is known: a whole run takes minutes. */
  const compared = (lines: Line[]) => {
    report.lines.push(...lines);
    for (const line of linesInWords(lines)) print(line);
  };
  const found = (figures: Figure[]) => {
    report.figures.push(...figures);
    for (const line of figuresInWords(figures)) print(line);
  };
  if (cipher) {
    compared(await cipherLines(generated, sys, floor, effort));
    found(await cipherWriting(generated, sys, quick ? 2 : 6));
    floor.close();
    await sys.store.close();
    return 0;
  }
  compared(await inProcessLines(dataset, person, floor, effort));
  floor.close();
  if (port !== null) {
    await withStand(generated, port, async (stand) => {
      const lines = await httpLines(stand, effort);
      compared(lines);
      found(linksFigure(lines));
      found(await pageFigures(stand.served, dataset, { runsMax: 20, secondsMax: 3 }));
      if (small === null) return;
      await withStand(small, port + 1, async (other) => found(await growthFigures(stand, other, effort)));
    });
  }
  found(await writingFigures(dataset, quick ? 2 : 10));
  found(await wholeFigures(sys, dataset, person));
  await sys.store.close();
  const file = join(folder, "figures.json");
  writeFileSync(file, JSON.stringify(report, null, 2));
  print(`\nThe figures are in ${file}`);
  return report.lines.every(holds) && report.figures.every(within) ? 0 : 1;
}

/** Serves a generated database while it is asked. */
async function withStand(
  { folder, path, fileKey, dataset }: Generated,
  port: number,
  work: (stand: Stand) => Promise<void>,
): Promise<void> {
  const floor = openFloor(path, fileKey, dataset);
  const deep = floor.keyAt(Math.min(DEEP, Math.floor(dataset.size / 2)));
  floor.close();
  const served = await serve(folder, port);
  try {
    await work({ served, dataset, deep });
  } finally {
    await served.close();
  }
}

function wanted() {
  const { values } = parseArgs({
    options: {
      size: { type: "string" },
      against: { type: "string" },
      quick: { type: "boolean" },
      port: { type: "string" },
      "no-http": { type: "boolean" },
      cipher: { type: "boolean" },
      log: { type: "string" },
    },
  });
  const sized = (name: "size" | "against" | "log", text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 100 || number > SIZE_MAX)
      throw new Error(`--${name} takes a whole number from 100 to ${SIZE_MAX}.`);
    return number;
  };
  const size = sized("size", values.size ?? String(SIZE_DEFAULT));
  const against = values.against === undefined ? null : sized("against", values.against);
  const port = values["no-http"] ? null : Number(values.port ?? PORT_DEFAULT);
  const log = values.log === undefined ? null : sized("log", values.log);
  return { size, against, quick: values.quick ?? false, port, cipher: values.cipher ?? false, log };
}

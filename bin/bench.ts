/**
 * Measures the product against plain SQL over invented testimonies, and says what was asked and what was found:
 *   npm run bench [-- --size 100000] [--quick] [--no-http] [--port 3126]
 * `--quick` measures fewer runs; `--no-http` leaves out what needs the built product. Generated databases lie in the folder for temporary files and are used again; the
 * figures are written beside them as JSON. See docs/speed.md. Exit 0: every line that was measured holds; 1: one does not.
 */
import { writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { datasetOf, openGenerated } from "./bench/dataset.ts";
import { openFloor } from "./bench/floor.ts";
import { DEEP, inProcessLines } from "./bench/in-process.ts";
import { writingFigures } from "./bench/writing.ts";
import { httpLines, pageFigures } from "./bench/over-http.ts";
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
  const { size, quick, port } = wanted();
  const print = (line: string) => console.log(line);
  const generated = await datasetOf(size, print);
  const { dataset, folder, path } = generated;
  const effort = quick ? { runsMax: 30, secondsMax: 2 } : { runsMax: 300, secondsMax: 10 };
  const sys = await openGenerated(generated);
  const floor = openFloor(path, dataset);
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
  compared(await inProcessLines(dataset, person, floor, effort));
  const deep = floor.keyAt(Math.min(DEEP, Math.floor(size / 2)));
  floor.close();
  if (port !== null) {
    const served = await serve(folder, port);
    try {
      compared(await httpLines(served, dataset, deep, effort));
      found(await pageFigures(served, dataset, { runsMax: 20, secondsMax: 3 }));
    } finally {
      await served.close();
    }
  }
  found(await writingFigures(dataset, quick ? 2 : 10));
  found(await wholeFigures(sys, dataset, person));
  await sys.store.close();
  const file = join(folder, "figures.json");
  writeFileSync(file, JSON.stringify(report, null, 2));
  print(`\nThe figures are in ${file}`);
  return report.lines.every(holds) && report.figures.every(within) ? 0 : 1;
}

function wanted() {
  const { values } = parseArgs({
    options: {
      size: { type: "string" },
      quick: { type: "boolean" },
      port: { type: "string" },
      "no-http": { type: "boolean" },
    },
  });
  const size = Number(values.size ?? SIZE_DEFAULT);
  if (!Number.isInteger(size) || size < 100 || size > SIZE_MAX)
    throw new Error(`--size takes a whole number from 100 to ${SIZE_MAX}.`);
  const port = values["no-http"] ? null : Number(values.port ?? PORT_DEFAULT);
  return { size, quick: values.quick ?? false, port };
}

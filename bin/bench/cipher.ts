/** What the cipher of the database costs: the same rows in a file without one, asked and written in turn with the other. */
import { existsSync, rmSync } from "node:fs";
import { copySqliteFile } from "#db/copy-file.ts";
import { openSqliteConnection } from "#db/sqlite-connection.ts";
import { openStore } from "#db/store.ts";
import { type System, useSystem } from "#lib/core/system.ts";
import type { Generated } from "./dataset.ts";
import type { Floor } from "./floor.ts";
import { questionsOf } from "./in-process.ts";
import { compare, type Effort } from "./measure.ts";
import { type Figure, IN_PROCESS, type Line } from "./report.ts";
import { diceOf } from "./words.ts";
import { createFor, saveForm } from "./writing.ts";

/** Rounds of writing, in turn. */
const ROUNDS = 3;

/** Each question with the cipher; where other tables have the floor, this one has the same question without it. */
export async function cipherLines(
  generated: Generated,
  sys: System,
  floor: Floor,
  effort: Effort,
): Promise<Line[]> {
  const { dataset } = generated;
  const person = dataset.investigators[0];
  if (!person) throw new Error("there is nobody in the cast");
  const plain = await withoutCipher(generated, sys);
  const lines: Line[] = [];
  for (const [name, product] of questionsOf(dataset, person, floor)) {
    const asked = (of: System) => async () => {
      useSystem(of);
      return JSON.stringify(await product());
    };
    const [measured, below] = await compare(
      [
        { name, run: asked(sys) },
        { name: "without the cipher", run: asked(plain) },
      ],
      effort,
    );
    if (measured && below)
      lines.push({
        group: IN_PROCESS,
        name: `${name}, under the cipher`,
        measured,
        floor: below,
        ratioMax: null,
      });
  }
  useSystem(sys);
  await plain.store.close();
  return lines;
}

/** Testimonies a second with the cipher and without, by one caller and by eight. */
export async function cipherWriting(generated: Generated, sys: System, seconds: number): Promise<Figure[]> {
  const { dataset } = generated;
  const plain = await withoutCipher(generated, sys);
  const dice = diceOf(Date.now());
  const figures: Figure[] = [];
  for (const callers of [dataset.investigators.slice(0, 1), dataset.investigators]) {
    const rates = { with: 0, without: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [key, of] of [
        ["with", sys],
        ["without", plain],
      ] as const) {
        useSystem(of);
        rates[key] +=
          (await createFor({ dataset, callers, dice, save: saveForm }, seconds / ROUNDS)) / ROUNDS;
      }
    }
    const by = `${callers.length} caller${callers.length === 1 ? "" : "s"}`;
    const line = (name: string, value: number, unit: string) => ({
      group: IN_PROCESS,
      name: `${name}, ${by}`,
      value,
      unit,
    });
    figures.push(
      line("testimonies created under the cipher", rates.with, "a second"),
      line("testimonies created without it", rates.without, "a second"),
      line("time to create one, with to without", rates.without / rates.with, "×"),
    );
  }
  useSystem(sys);
  await plain.store.close();
  return figures;
}

/** The same database without its cipher, made anew each time. */
async function withoutCipher({ path, fileKey }: Generated, sys: System): Promise<System> {
  const copy = `${path}.plain`;
  for (const end of ["", "-wal", "-shm"]) if (existsSync(copy + end)) rmSync(copy + end);
  copySqliteFile(path, copy, fileKey);
  const opened = openSqliteConnection(copy, { readonly: false, key: fileKey });
  opened.pragma("journal_mode = delete");
  opened.pragma("rekey=''");
  opened.close();
  return { ...sys, store: await openStore(`file:${copy}`, null) };
}

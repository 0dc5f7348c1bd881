/** What goes over many rows at once: 10,000 accounts loaded in one transaction, 10,000 as CSV, the whole chain verified. */
import { z } from "zod";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { execute } from "#lib/core/execute.ts";
import type { System } from "#lib/core/system.ts";
import { dossierTables } from "#lib/exports/formats/csv.ts";
import { aLongDossier } from "#lib/exports/testing/a-dossier.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import type { Dataset } from "./generate.ts";
import type { Person } from "./people.ts";
import { type Figure, IN_PROCESS } from "./report.ts";
import { diceOf } from "./words.ts";
import { accountOf } from "./writing.ts";

const ROWS = 10_000;
const LOADED_SECONDS_MAX = 3;
const MS_IN_SECOND = 1_000;

/**
 * As an import does it: the verb itself, nested once for each row, all in one transaction and each with its own event.
 * For the bench alone, and in no registry.
 */
const loadMany = command({
  name: "testimony.record",
  alone: true,
  input: z.strictObject({ caseId: CaseId, rows: z.number().int() }),
  permission: "testimony.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { rows }) {
    const dice = diceOf(ctx.now);
    for (let number = 0; number < rows; number++)
      await ctx.run(recordTestimony, accountOf(loading, dice, number));
    return { result: rows, entry: {} };
  },
});
let loading: Pick<Dataset, "mainCase" | "surroundings">;

/** Loads, writes and verifies once each. @param rows how many to load and to write */
export async function wholeFigures(
  sys: System,
  dataset: Dataset,
  person: Person,
  rows = ROWS,
): Promise<Figure[]> {
  const group = IN_PROCESS;
  loading = dataset;
  const loadedS = await secondsOf(() => execute(loadMany, person, { caseId: dataset.mainCase, rows }));
  const dossier = aLongDossier(rows);
  const csvS = await secondsOf(() => dossierTables(dossier));
  let events = 0;
  const verifiedS = await secondsOf(async () => {
    const { verdict, chain } = await verifyLog(sys.store.read, sys.keys);
    if (verdict !== "holds" || !chain.ok) throw new Error(`the log of the bench: ${verdict}`);
    events = chain.count;
  });
  const many = rows.toLocaleString("en");
  return [
    {
      group,
      name: `${many} testimonies loaded in one transaction`,
      value: loadedS,
      unit: "s",
      max: LOADED_SECONDS_MAX,
    },
    { group, name: `${many} testimonies as the CSV of a dossier`, value: csvS, unit: "s" },
    {
      group,
      name: `the chain of ${events.toLocaleString("en")} events and all rows verified`,
      value: verifiedS,
      unit: "s",
    },
  ];
}

async function secondsOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / MS_IN_SECOND;
}

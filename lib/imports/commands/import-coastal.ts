import { z } from "zod";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { proceedingSteps, testimonySteps, timelineNoteSteps } from "../coastal/plan-accounts.ts";
import { pairsOnRecord } from "../coastal/plan-contradictions.ts";
import { corroborationSteps } from "../coastal/plan-corroboration.ts";
import {
  actorSteps,
  figureSteps,
  incidentSteps,
  mediaSteps,
  placeSteps,
  sourceSteps,
} from "../coastal/plan-records.ts";
import { readCoastalRecord } from "../coastal/read-record.ts";
import type { CoastalRecord } from "../coastal/records.ts";
import { carryOutSteps, type Step } from "../coastal/steps.ts";
import { importedInto } from "../find.ts";

const ROWS_MAX = 20_000;
const Rows = z.array(z.unknown()).max(ROWS_MAX);

/**
 * Brings the ten files of a coastal record into a case through the rooms' own commands: all of it or nothing. What an
 * earlier import brought is left as it is and counted. Accounts wait for review; no grade, finding or verification is made.
 * @throws Invalid with every fault, each as `<file>.<id>.<field>`
 */
export const importCoastal = command({
  name: "import.coastal",
  alone: true,
  input: z.strictObject({
    caseId: CaseId,
    /** The parsed files; every row is read strictly. */
    files: z.strictObject({
      sources: Rows,
      places: Rows,
      actors: Rows,
      violations: Rows,
      incidents: Rows,
      figures: Rows,
      media_items: Rows,
      accounts: Rows,
      proceedings: Rows,
      chronology: Rows,
    }),
  }),
  permission: "import.run",
  sight: "case.read",
  // Faults of the files are found before the transaction, so that nobody waits for it.
  async prepare(input) {
    readCoastalRecord(input.files);
    return input;
  },
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, files }, { id, version }) {
    const imported = await importedInto(ctx.read, caseId);
    const known = new Map([...imported, ...(await pairsOnRecord(ctx.read, caseId, imported))]);
    const counts = await carryOutSteps(ctx, caseId, stepsOf(readCoastalRecord(files)), known);
    return { result: counts, entry: { object: { id, version }, detail: counts } };
  },
});

/** Every record after those that it points to. */
function stepsOf(record: CoastalRecord): Step[] {
  return [
    ...sourceSteps(record),
    ...placeSteps(record),
    ...actorSteps(record),
    ...incidentSteps(record),
    ...figureSteps(record),
    ...mediaSteps(record),
    ...testimonySteps(record),
    ...proceedingSteps(record),
    ...timelineNoteSteps(record),
    ...corroborationSteps(record),
  ];
}

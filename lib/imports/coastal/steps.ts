/** What an import is made of: one step a record, in an order in which everything named is there. */
import { setImmediate as breathe } from "node:timers/promises";
import type { RunContext } from "#lib/core/command.ts";
import { Conflict, type FieldProblem, Invalid, NotFound } from "#lib/core/refusals.ts";

/** What a step makes; counts are given by it. */
export const STEP_KINDS = [
  "sources",
  "places",
  "actors",
  "incidents",
  "figures",
  "media",
  "testimonies",
  "proceedings",
  "timelineNotes",
  "links",
  "allegations",
  "statements",
  "evidence",
  "dependencies",
  "contradictions",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export type Counts = Record<StepKind, number>;

export interface StepContext {
  ctx: RunContext;
  caseId: string;
  /** The id behind an import key. */
  idOf(key: string): string;
}

export interface Step {
  kind: StepKind;
  /** Import key of the record that it makes: `<file>:<id>`, with more behind it for what is cut from a record. */
  key: string;
  /** Makes the record through the room's own command. */
  add(context: StepContext): Promise<{ id: string }>;
}

/** A step hangs on a record that people took back since: it is left out, as that record is. */
export class TakenBack extends Error {}

/** A step needs a record that could not be made; the fault of that one says why. */
class Unmet extends Error {}

const BREATH = 50;
const KEY_CHARACTERS_MAX = 200;

/**
 * Carries out the steps whose records are not there yet. A refused step does not stop the others, so that all faults are
 * known at the end; the caller's transaction is then rolled back by the error.
 * @param known ids by import key of what the case already holds; what is added joins it
 * @throws Invalid with every fault; paths are `<file>.<id>.<field>`
 */
export async function carryOutSteps(
  ctx: RunContext,
  caseId: string,
  steps: readonly Step[],
  known: Map<string, string>,
): Promise<{ added: Counts; skipped: Counts }> {
  const added = noCounts();
  const skipped = noCounts();
  const faults: FieldProblem[] = [];
  const own = new Set<string>();
  const idOf = (key: string): string => {
    const id = known.get(key);
    if (id === undefined) throw new Unmet();
    return id;
  };
  for (const [index, step] of steps.entries()) {
    // Readers of the same process are served in between; writers wait for the transaction anyway.
    if (index % BREATH === 0) await breathe();
    if (known.has(step.key) && !own.has(step.key)) {
      skipped[step.kind] += 1;
      continue;
    }
    try {
      if (own.has(step.key)) throw new Invalid([{ path: "", code: "import_twice" }]);
      own.add(step.key);
      if (step.key.length > KEY_CHARACTERS_MAX) throw new Invalid([{ path: "id", code: "too_long" }]);
      const { id } = await step.add({ ctx, caseId, idOf });
      known.set(step.key, id);
      added[step.kind] += 1;
    } catch (error) {
      if (error instanceof TakenBack) skipped[step.kind] += 1;
      else if (!(error instanceof Unmet)) faults.push(...faultsOf(step, error));
    }
  }
  if (faults.length > 0) throw new Invalid(faults);
  return { added, skipped };
}

const noCounts = (): Counts => ({
  sources: 0,
  places: 0,
  actors: 0,
  incidents: 0,
  figures: 0,
  media: 0,
  testimonies: 0,
  proceedings: 0,
  timelineNotes: 0,
  links: 0,
  allegations: 0,
  statements: 0,
  evidence: 0,
  dependencies: 0,
  contradictions: 0,
});

/** A room's no, at the record that it is about. Anything else is no fault of the record and goes on as it came. */
function faultsOf(step: Step, error: unknown): FieldProblem[] {
  const at = step.key.replace(":", ".");
  if (error instanceof Invalid) {
    return error.fields.map(({ path, ...fault }) => ({ ...fault, path: path === "" ? at : `${at}.${path}` }));
  }
  if (error instanceof Conflict) return [{ path: at, code: error.rule }];
  // It may point to a record that was taken back since, or to one that somebody else holds.
  if (error instanceof NotFound) return [{ path: at, code: "import_dangling" }];
  throw error;
}

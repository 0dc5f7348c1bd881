/**
 * Loads an invented training case by its script: every step is an act of the person who does it, through the same
 * commands as anyone, so that each four-eyes rule is really applied. Each step has a request id of its own made from the
 * case and its place in the script: whoever loads again after an interruption gets the first answer to each step that
 * was done, and the rest is done.
 */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { testimonies } from "#db/schema/index.ts";
import { execute } from "#lib/core/execute.ts";
import { system } from "#lib/core/system.ts";
import { loadAllegations, loadEvidence, loadFindings, loadStatements } from "./load-corroboration.ts";
import { decideContradictions, loadAppeals } from "./load-disputes.ts";
import { loadIncidents, loadProceedings, loadReported, loadWhoAndWhere } from "./load-records.ts";
import { loadProtection } from "./load-protection.ts";
import { loadTestimonies, retractTestimonies } from "./load-testimonies.ts";
import { loadVictimLists } from "./load-victim-lists.ts";
import { TrainingCase } from "./schema.ts";
import type { Script, TrainingCast } from "./script.ts";

/**
 * Carries the whole script out.
 * @param raw the parsed training file
 * @param caseId a case of kind training, whose members are the cast
 * @returns how many steps the script has
 * @throws ZodError for a file of another shape; whatever a command throws, with everything before it done
 */
export async function loadTraining(raw: unknown, caseId: string, cast: TrainingCast): Promise<number> {
  const training = TrainingCase.parse(raw);
  const ids = new Map<string, string>();
  let steps = 0;
  const { store, clock } = await system();
  const script: Script = {
    training,
    caseId,
    read: store.read,
    now: clock(),
    cast,
    ids,
    versions: new Map(),
    act: (as, verb, input) => execute(verb, cast[as], input, `${caseId}-training-${++steps}`),
    idOf(key) {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`The script names ${key} before it is made.`);
      return id;
    },
  };
  await loadWhoAndWhere(script);
  await loadIncidents(script);
  await loadReported(script);
  await loadProceedings(script);
  await loadTestimonies(script);
  await loadStatements(script);
  await loadAllegations(script);
  await loadEvidence(script);
  await decideContradictions(script);
  await loadFindings(script);
  await loadAppeals(script);
  await loadVictimLists(script);
  await loadProtection(script);
  await retractTestimonies(script);
  return steps;
}

/** True when the last steps of the script, its retractions, are done in a case. */
export async function isTrainingLoaded(raw: unknown, caseId: string): Promise<boolean> {
  const { testimonies: accounts } = TrainingCase.parse(raw);
  const keys = accounts
    .filter(({ path }) => path.some((step) => step.do === "retract"))
    .map(({ key }) => key);
  const { store } = await system();
  const retracted = await store.read.$count(
    testimonies,
    and(
      eq(testimonies.caseId, caseId),
      inArray(testimonies.importKey, keys),
      isNotNull(testimonies.retractedAt),
    ),
  );
  return keys.length > 0 && retracted === keys.length;
}

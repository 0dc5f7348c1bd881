/** The lines of writing: a testimony with two links and all their events, by one caller and by eight at once. */
import type { z } from "zod";
import { execute } from "#lib/core/execute.ts";
import { recordLink } from "#lib/links/commands/record-link.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import type { Dataset } from "./generate.ts";
import type { Person } from "./people.ts";
import { type Figure, IN_PROCESS } from "./report.ts";
import { type Dice, diceOf, paragraph, titleOf, uncertainDate } from "./words.ts";

/** Testimonies a second, each with two links and three events, with eight callers in this process. */
const CREATED_MIN = 450;

type Save = (dataset: Dataset, caller: Person, dice: Dice, number: number) => Promise<void>;

/** Creates for some seconds with each number of callers. */
export async function writingFigures(dataset: Dataset, seconds: number): Promise<Figure[]> {
  const dice = diceOf(Date.now());
  const everybody = dataset.investigators;
  const somebody = everybody.slice(0, 1);
  const rateOf = (callers: readonly Person[], save: Save, lasting = seconds) =>
    createFor({ dataset, callers, dice, save }, lasting);
  await rateOf(somebody, saveForm, Math.min(1, seconds / 2));
  const alone = await rateOf(somebody, saveForm);
  const together = await rateOf(everybody, saveForm);
  const apart = await rateOf(everybody, saveThenLink);
  const group = IN_PROCESS;
  const unit = "a second";
  const name = "testimonies created, each with two links and its events";
  return [
    { group, name: `${name}, 1 caller`, value: alone, unit },
    { group, name: `${name}, 8 callers`, value: together, unit, min: CREATED_MIN },
    {
      group,
      name: `${name}, 8 callers, the links as acts of their own`,
      value: apart,
      unit,
      min: CREATED_MIN,
    },
  ];
}

interface Creating {
  dataset: Dataset;
  callers: readonly Person[];
  dice: Dice;
  save: Save;
}

/** Each caller creates one after the other. @returns testimonies a second, over all callers */
export async function createFor(
  { dataset, callers, dice, save }: Creating,
  seconds: number,
): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1_000;
  const made = await Promise.all(
    callers.map(async (caller) => {
      let count = 0;
      for (; performance.now() < until; count++) await save(dataset, caller, dice, count);
      return count;
    }),
  );
  return made.reduce((sum, count) => sum + count, 0) / ((performance.now() - started) / 1_000);
}

/** What a person saves by the form: an account, and where it belongs. One act, three events. */
export async function saveForm(dataset: Dataset, caller: Person, dice: Dice, number: number) {
  const { surroundings } = dataset;
  await execute(recordTestimony, caller, {
    ...accountOf(dataset, dice, number),
    incidentId: dice.pick(surroundings.incidents),
    incidentRole: "describes",
    suspectId: dice.pick(surroundings.actors),
    suspectRole: "named",
    suspectBasis: "stated_in_account",
  });
}

/** The same as three acts, each waiting for the disk. */
async function saveThenLink(dataset: Dataset, caller: Person, dice: Dice, number: number) {
  const { mainCase: caseId, surroundings } = dataset;
  const { id } = await execute(recordTestimony, caller, accountOf(dataset, dice, number));
  const link = { caseId, fromId: id, basisSourceId: null, heldEdtf: null, heldWording: null, note: null };
  const toIncident = {
    kind: "testimony_incident",
    toId: dice.pick(surroundings.incidents),
    role: "describes",
  } as const;
  const toActor = { kind: "testimony_suspect", toId: dice.pick(surroundings.actors), role: "named" } as const;
  await execute(recordLink, caller, { ...link, ...toIncident, basis: null });
  await execute(recordLink, caller, { ...link, ...toActor, basis: "stated_in_account" });
}

/** One account as the verb takes it. */
export function accountOf(
  { mainCase: caseId, surroundings }: Pick<Dataset, "mainCase" | "surroundings">,
  dice: Dice,
  number: number,
): z.input<(typeof recordTestimony)["input"]> {
  const language = number % 2 === 0 ? "ar" : "en";
  const said = { common: number % 2 === 0, rare: false };
  return {
    caseId,
    kind: "published_account",
    title: titleOf(dice, language, number),
    // Published: a witness who has told once is not heard again without leave, and there are only so many.
    witnessId: null,
    sourceId: dice.pick(surroundings.sources),
    publisherIds: [],
    voice: "witness",
    basis: "B3",
    takenEdtf: uncertainDate(dice),
    takenWording: null,
    takenPlaceId: dice.pick(surroundings.places),
    eventEdtf: uncertainDate(dice),
    eventWording: null,
    note: null,
    textBasis: "notes",
    originalLanguage: language,
    translationLanguage: null,
    translator: null,
    people: [],
    paragraphs: [{ number: null, original: paragraph(dice, language, said), translation: null }],
  };
}

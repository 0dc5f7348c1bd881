/** What the testimonies of one invented case hang on: sources, places, witnesses, incidents, suspects. */
import { actors, incidents, places, sources, witnesses } from "#db/schema/index.ts";
import { ACTOR_KINDS, PLACE_KINDS, SOURCE_KINDS } from "#lib/codebook/vocabulary.ts";
import type { VersionedTable } from "#lib/core/writer.ts";
import { sortOf } from "#lib/core/outcome.ts";
import type { Bulk } from "./bulk.ts";
import type { Person } from "./people.ts";
import { type Dice, paragraph, placeName, uncertainDate } from "./words.ts";

/** Where rows go, and in whose name. */
export interface Context {
  bulk: Bulk;
  dice: Dice;
  author: Person;
  reviewer: Person;
  caseId: string;
  /** The author's code in this case's log. */
  actor: string;
  at: number;
}

/** Ids by kind. */
export interface Surroundings {
  sources: string[];
  places: string[];
  witnesses: string[];
  incidents: string[];
  actors: string[];
  incidentOfFew: string;
  incidentOfMany: string;
}

const ROWS_AN_EVENT = 50;

/** Columns of a record as the schema wants them. */
export const recordOf = ({ dice, author, at }: Context, prefix: string, letter: string) => ({
  id: dice.id(prefix),
  code: dice.code(letter),
  createdAt: at,
  createdBy: author.accountId,
  updatedAt: at,
});

/** @param testimonies how many the case is going to hold: witnesses, incidents and suspects grow with them */
export function addSurroundings(context: Context, testimonies: number): Surroundings {
  const { dice, caseId } = context;
  const many = <T extends VersionedTable>(
    noun: string,
    count: number,
    table: T,
    row: (number: number) => Omit<T["$inferInsert"], "version"> & { id: string },
  ) => addMany(context, noun, count, table, row);
  const incident = (number: number) => {
    const occurredEdtf = uncertainDate(dice);
    return {
      ...recordOf(context, "i", "I"),
      caseId,
      title: `Invented incident ${number}`,
      titleAr: `حادثة مختلقة ${number}`,
      recordKind: "event",
      occurredEdtf,
      occurredSort: sortOf(occurredEdtf),
      violations: [],
      summary: paragraph(dice, "en", { common: number % 2 === 0, rare: false }),
    };
  };
  const [incidentOfFew = "", incidentOfMany = ""] = many("incident", 2, incidents, incident);
  return {
    incidentOfFew,
    incidentOfMany,
    incidents: many("incident", Math.max(20, Math.ceil(testimonies / 20)), incidents, incident),
    sources: many("source", 40, sources, (number) => ({
      ...recordOf(context, "so", "S"),
      caseId,
      name: `Invented outlet ${number}`,
      nameAr: `جهة مختلقة ${number}`,
      kind: dice.pick(SOURCE_KINDS),
    })),
    places: many("place", 500, places, (number) => {
      const { en, ar } = placeName(dice, number);
      return {
        ...recordOf(context, "pl", "P"),
        caseId,
        name: en,
        nameAr: ar,
        kind: dice.pick(PLACE_KINDS),
        precision: "P3",
      };
    }),
    actors: many("actor", Math.max(20, Math.ceil(testimonies / 100)), actors, (number) => ({
      ...recordOf(context, "a", "A"),
      caseId,
      name: `Invented unit ${number}`,
      nameAr: `وحدة مختلقة ${number}`,
      kind: dice.pick(ACTOR_KINDS),
    })),
    witnesses: many("witness", Math.max(20, Math.ceil(testimonies / 2)), witnesses, () => ({
      ...recordOf(context, "w", "W"),
      caseId,
      ageBand: dice.pick(["child", "adult", "older_person", "unknown"] as const),
      sex: dice.pick(["female", "male", "unknown"] as const),
    })),
  };
}

function addMany<T extends VersionedTable>(
  { bulk, dice, caseId, actor }: Context,
  noun: string,
  count: number,
  table: T,
  row: (number: number) => Omit<T["$inferInsert"], "version"> & { id: string },
): string[] {
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const made = row(number);
    bulk.add(table, made);
    ids.push(made.id);
    if (number % ROWS_AN_EVENT === 0 || number === count)
      bulk.event({ act: `${noun}.record`, actor, requestId: dice.id("r"), caseId });
  }
  return ids;
}

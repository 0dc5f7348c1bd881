/** What a claim says exactly, in fields that two claims can be compared by. All of it is offered and none is asked for. */
import { z } from "zod";
import { FigureCategory, type FigureCertainty, FigureOutcome, FigureUnit } from "#lib/codebook/reported.ts";
import { ViolationCode } from "#lib/codebook/violations.ts";
import { idOf, OptionalEdtf, OptionalLine } from "#lib/core/fields.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import { ActSense, Exculpatory } from "../vocabulary.ts";

/** The greatest number a column of 32 bits holds. */
const NUMBER_MAX = 2_147_483_647;
const Amount = z.number().int().min(0).max(NUMBER_MAX).nullable();

/** Left out: as it was, or nothing of a new one. */
export const saysExactlyShape = {
  /** When it happened, by the claim, and the claim's own words for it. */
  saidEdtf: OptionalEdtf.optional(),
  saidWording: OptionalLine.optional(),
  saidPlaceId: idOf("place").nullable().optional(),
  saidActorId: idOf("actor").nullable().optional(),
  saidAct: ViolationCode.nullable().optional(),
  /** That it happened, or that it did not. */
  saidActSense: ActSense.nullable().optional(),
  /** An exact number is its own minimum and maximum; an end that the claim leaves open is null. */
  saidMin: Amount.optional(),
  saidMax: Amount.optional(),
  saidUnit: FigureUnit.nullable().optional(),
  saidCategory: FigureCategory.nullable().optional(),
  saidOutcome: FigureOutcome.nullable().optional(),
  /** May show innocence or mitigate guilt (Rome Statute, articles 54(1)(a) and 67(2)); null while nobody has said. */
  exculpatory: Exculpatory.nullable().optional(),
};
const Entered = z.object(saysExactlyShape);
type Entered = z.output<typeof Entered>;

/** What a claim says exactly, as it is stored. */
export type Said = { [Part in Exclude<keyof Entered, "exculpatory">]-?: Exclude<Entered[Part], undefined> };

export const NOTHING_SAID: Said = {
  saidEdtf: null,
  saidWording: null,
  saidPlaceId: null,
  saidActorId: null,
  saidAct: null,
  saidActSense: null,
  saidMin: null,
  saidMax: null,
  saidUnit: null,
  saidCategory: null,
  saidOutcome: null,
};

type Stored = { [Part in keyof Said]: unknown } & { exculpatory: Exculpatory | null };
const PARTS = [...Object.keys(NOTHING_SAID), "exculpatory"] as (keyof Stored)[];

/**
 * What is entered over what was there before.
 * @throws Invalid naming the field that makes no sense beside another
 */
export function saidOf(entered: Entered, before: Stored): Said & { exculpatory: Exculpatory | null } {
  const said = Object.fromEntries(
    PARTS.map((part) => [part, entered[part] === undefined ? before[part] : entered[part]]),
    // Guarantee: what is stored was checked by the same schemas when it was entered.
  ) as unknown as Said & { exculpatory: Exculpatory | null };
  const problems = [...problemsOfNumber(said), ...problemsOfAct(said)];
  if (problems.length > 0) throw new Invalid(problems);
  return said;
}

function problemsOfNumber({ saidMin, saidMax, saidUnit }: Said): FieldProblem[] {
  const isGiven = saidMin !== null || saidMax !== null;
  if (saidMin !== null && saidMax !== null && saidMax < saidMin)
    return [{ path: "saidMax", code: "figure.below_minimum" }];
  if (isGiven && saidUnit === null) return [{ path: "saidUnit", code: "required" }];
  return !isGiven && saidUnit !== null ? [{ path: "saidMin", code: "required" }] : [];
}

function problemsOfAct({ saidAct, saidActSense }: Said): FieldProblem[] {
  if (saidAct !== null && saidActSense === null) return [{ path: "saidActSense", code: "required" }];
  return saidAct === null && saidActSense !== null ? [{ path: "saidAct", code: "required" }] : [];
}

interface FigureNumber {
  min: number | null;
  max: number | null;
  minExclusive: boolean;
  certainty: string;
  unit: string;
  category: string;
  outcome: string;
}

/** The number of a figure as a statement cut from it says it, where nothing else was entered; whole numbers have no gap. */
export function saidByFigure(said: Said, figure: FigureNumber): Said {
  if (said.saidMin !== null || said.saidMax !== null || said.saidUnit !== null) return said;
  if (figure.min === null && figure.max === null) return said;
  const excludesMax: boolean = figure.certainty === ("fewer_than" satisfies FigureCertainty);
  return {
    ...said,
    saidMin: figure.min === null ? null : figure.min + (figure.minExclusive ? 1 : 0),
    saidMax: figure.max === null ? null : figure.max - (excludesMax ? 1 : 0),
    saidUnit: FigureUnit.parse(figure.unit),
    saidCategory: FigureCategory.parse(figure.category),
    saidOutcome: FigureOutcome.parse(figure.outcome),
  };
}

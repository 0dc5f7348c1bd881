/** What a person enters of statements, allegations and findings. */
import { z } from "zod";
import { StatementTag, ViolationCode } from "#lib/codebook/violations.ts";
import { idOf, Note, OptionalEdtf, OptionalLine, OptionalNote, Ordinal } from "#lib/core/fields.ts";
import {
  Asked,
  Basis,
  CONFIRMED_PLAUSIBILITY,
  CountBasis,
  DeterminationLevel,
  IdentificationBasis,
  MediaCondition,
  MediaRank,
  Plausibility,
  StandardOfProof,
} from "../vocabulary.ts";
import { reachesStandard } from "./finding-status.ts";
import { saysExactlyShape } from "./says-exactly.ts";

/** 2–6, or null while nobody has graded it. "Confirmed" is never entered: it follows from corroboration (Admiralty code). */
const GivenPlausibility = z
  .number()
  .refine((value) => value !== CONFIRMED_PLAUSIBILITY, "confirmed_is_derived")
  .pipe(Plausibility)
  .nullable();

const PARAGRAPHS_MAX = 2_000;

const SPANS_MAX = 50;

/** The very words within the paragraphs, as places between UTF-16 code units. Left out: as they were, or all words. */
const Spans = z
  .array(
    z.strictObject({
      paragraph: Ordinal,
      text: z.enum(["original", "translation"]),
      from: z.number().int().min(0),
      to: z.number().int().min(1),
    }),
  )
  .min(1)
  .max(SPANS_MAX)
  .nullable()
  .optional();

export const StatementFields = z.strictObject({
  claim: Note,
  /** Version of the testimony; null for media items and figures. */
  testimonyNumber: Ordinal.nullable(),
  /** Numbers of the paragraphs, or null for the whole text. */
  paragraphs: z
    .array(Ordinal)
    .min(1)
    .max(PARAGRAPHS_MAX)
    .transform((numbers) => [...new Set(numbers)].toSorted((a, b) => a - b))
    .nullable(),
  spans: Spans,
  basis: Basis,
  plausibility: GivenPlausibility,
  identification: IdentificationBasis,
  countBasis: CountBasis,
  /** Our own verification of a media item, as far as this claim goes; all null for everything else. */
  mediaRank: MediaRank.nullable(),
  mediaCondition: MediaCondition.nullable(),
  showsActItself: z.boolean().nullable(),
  tags: z.array(StatementTag).transform((tags) => [...new Set(tags)]),
  note: OptionalNote,
  ...saysExactlyShape,
});
export type StatementFields = z.output<typeof StatementFields>;

export const AllegationFields = z.strictObject({
  incidentId: idOf("incident"),
  violation: ViolationCode,
  actorId: idOf("actor").nullable(),
  victimId: idOf("victim").nullable(),
  placeId: idOf("place").nullable(),
  occurredEdtf: OptionalEdtf,
  occurredWording: OptionalLine,
  /** The act in one sentence, as alleged. */
  wording: Note,
  childConcerned: z.boolean(),
  note: OptionalNote,
});
export type AllegationFields = z.output<typeof AllegationFields>;

/** What is concluded of a facet. "Reasonable grounds" are refused below level 4 (OHCHR guidance on commissions of inquiry). */
export const DeterminationFields = z.strictObject({
  determination: DeterminationLevel,
  standard: StandardOfProof,
  reasoning: Note,
});

/** Was evidence to the contrary searched for, when, and with what result (Rome Statute article 54(1)(a))? */
export const ContrarySearchFields = z.strictObject({
  contrarySearch: Asked,
  contrarySearchOn: z.iso.date("invalid_date").nullable(),
  contrarySearchResult: OptionalNote,
});

export const FindingFields = DeterminationFields.extend(ContrarySearchFields.shape);
export type FindingFields = z.output<typeof FindingFields>;

/** What is wrong with a standard of proof for a level, or nothing. */
export function faultsOfStandard(fields: Pick<FindingFields, "determination" | "standard">) {
  return reachesStandard(fields.determination, fields.standard)
    ? []
    : [{ path: "standard", code: "below_standard_of_proof" }];
}

import { z } from "zod";
import { appeals } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { Note, RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { carryOut } from "../acts.ts";
import { seatsOf } from "../find/appeals.ts";
import { involvedIn } from "../find/panels.ts";
import { findAppeal, findFinding } from "../find/records.ts";
import { whyNotVote } from "../policy/appeal.ts";
import { mustBeAllowed } from "../policy/finding.ts";
import { outcomeOf, type Vote } from "../rules/appeal.ts";
import { faultsOfStandard } from "../rules/entered-fields.ts";
import { AppealId, DeterminationLevel, StandardOfProof } from "../vocabulary.ts";

const said = { appealId: AppealId, version: RowVersion, reasons: Note };
/** Whoever would vary the finding says what it should be: as high as they find it, also above what the engine allows. */
const Said = z.discriminatedUnion("outcome", [
  z.strictObject({ ...said, outcome: z.literal("upheld") }),
  z.strictObject({
    ...said,
    outcome: z.literal("varied"),
    determination: DeterminationLevel,
    standard: StandardOfProof,
  }),
  z.strictObject({ ...said, outcome: z.literal("remanded") }),
]);

/**
 * The vote of one member of a panel; with the second the appeal is decided. The version stands only where both uphold it, and is
 * replaced only where both name the same level and standard; otherwise it is remanded, for two who disagree leave a doubt.
 */
export const decideAppeal = command({
  name: "appeal.decide",
  input: Said,
  permission: "appeal.hear",
  load: (ctx, { appealId }) => findAppeal(ctx, appealId),
  async run(ctx, input, appeal) {
    await findOpenCase(ctx, appeal.caseId);
    const finding = await findFinding(ctx, appeal.findingId);
    const { humanId } = ctx.scope;
    mustBeAllowed(whyNotVote(appeal, finding, humanId, await involvedIn(ctx, finding, appeal)));
    const vote = voteIn(input);
    const faults = vote.determination === null ? [] : faultsOfStandard(vote);
    if (faults.length > 0) throw new Invalid(faults);
    const other = seatsOf(appeal).find((seat) => seat.humanId !== humanId);
    const outcome = other?.outcome ? outcomeOf({ ...other, outcome: other.outcome }, vote) : null;
    const after = await ctx.write.amend(appeals, appeal.id, input.version, {
      ...columnsOf(appeal.firstHumanId === humanId ? "first" : "second", vote, input.reasons, ctx.now),
      ...(outcome === null ? {} : { state: outcome, decidedAt: ctx.now }),
      updatedAt: ctx.now,
    });
    if (outcome !== null) await carryOut(ctx, after, finding);
    return amended(appeal, after);
  },
});

type GivenVote = Vote & ({ determination: null; standard: null } | Pick<Required<Level>, keyof Level>);
interface Level {
  determination: DeterminationLevel;
  standard: StandardOfProof;
}

function voteIn(input: z.output<typeof Said>): GivenVote {
  const { outcome } = input;
  if (outcome !== "varied") return { outcome, determination: null, standard: null };
  return { outcome, determination: input.determination, standard: input.standard };
}

const columnsOf = (seat: "first" | "second", vote: Vote, reasons: string, votedAt: number) =>
  seat === "first"
    ? {
        firstOutcome: vote.outcome,
        firstDetermination: vote.determination,
        firstStandard: vote.standard,
        firstReasons: reasons,
        firstVotedAt: votedAt,
      }
    : {
        secondOutcome: vote.outcome,
        secondDetermination: vote.determination,
        secondStandard: vote.standard,
        secondReasons: reasons,
        secondVotedAt: votedAt,
      };

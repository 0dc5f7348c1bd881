import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { decideAppeal } from "#lib/corroboration/commands/decide-appeal.ts";
import { gradeBlind } from "#lib/corroboration/commands/grade-blind.ts";
import { lodgeAppeal } from "#lib/corroboration/commands/lodge-appeal.ts";
import { setBlindReview } from "#lib/corroboration/commands/set-blind-review.ts";
import { takeAppealSeat } from "#lib/corroboration/commands/take-appeal-seat.ts";
import { listAppeals } from "#lib/corroboration/queries/list-appeals.ts";
import { readAppeal } from "#lib/corroboration/queries/read-appeal.ts";
import type { AppealGround } from "#lib/corroboration/vocabulary.ts";
import { execute } from "#lib/core/execute.ts";
import type { Specimens } from "../specimen.ts";
import type { Person, PersonKey, World } from "../world.ts";
import { aSupportedAllegation } from "./corroboration.ts";
import { approved, taken } from "./findings.ts";

/** A second senior reviewer of the world's case, who had no part in anything. */
export async function aSecondSenior(world: World): Promise<Person> {
  const name = `senior-${crypto.randomUUID().slice(0, 8)}`;
  const made = { name, displayName: "Demo second senior", password: "a long password for a senior" };
  const { id: accountId, humanId } = await world.do("administrator", createAccount, made);
  const role = { caseId: world.caseId, accountId, role: "senior_reviewer" as const, expiresAt: null };
  await world.do("administrator", admitMember, role);
  return { ...world.person("senior_reviewer"), accountId, humanId };
}

/** An appeal against an approved finding. */
export async function lodged(
  world: World,
  findingId: string,
  options: { by?: PersonKey; ground?: AppealGround } = {},
) {
  const { by = "legal_officer", ground = "error_of_fact" } = options;
  const groundWords = ground === "other" ? world.marked("the wrong village") : null;
  const said = { ground, groundWords, reasons: world.marked("the log of the clinic says otherwise") };
  return world.do(by, lodgeAppeal, { findingId, ...said });
}

/** An appeal whose panel is the senior reviewer and a second one. */
export async function inPanel(world: World, findingId: string, second: Person, ground?: AppealGround) {
  const { id: appealId, version } = await lodged(world, findingId, ground ? { ground } : {});
  const seat = { appealId, conflict: "no" as const };
  const first = await execute(takeAppealSeat, second, { ...seat, version });
  return world.do("senior_reviewer", takeAppealSeat, { ...seat, version: first.version });
}

const anApproved = async (world: World) => approved(world, (await aSupportedAllegation(world)).allegation.id);
const anAppeal = async (world: World) => lodged(world, (await anApproved(world)).id, { ground: "other" });

/** A finding that the reviewer took up while the case reviewed blind; the case does so no more. */
async function takenBlind(world: World) {
  const { caseId } = world;
  await world.do("legal_officer", setBlindReview, { caseId, isOn: true });
  const found = await taken(world, (await aSupportedAllegation(world)).allegation.id);
  await world.do("legal_officer", setBlindReview, { caseId, isOn: false });
  return found;
}

export const appealSpecimens: Specimens = {
  commands: [
    {
      command: lodgeAppeal,
      as: "legal_officer",
      input: async (world) => ({
        findingId: (await anApproved(world)).id,
        ground: "other",
        groundWords: world.marked("the wrong village"),
        reasons: world.marked("the log of the clinic says otherwise"),
      }),
    },
    {
      command: takeAppealSeat,
      as: "senior_reviewer",
      async input(world) {
        const { id: appealId, version } = await anAppeal(world);
        return { appealId, version, conflict: "no" };
      },
    },
    {
      command: decideAppeal,
      as: "senior_reviewer",
      async input(world) {
        const second = await aSecondSenior(world);
        const { id: appealId, version } = await inPanel(world, (await anApproved(world)).id, second);
        return { appealId, version, outcome: "upheld", reasons: world.marked("it was weighed rightly") };
      },
    },
    {
      command: gradeBlind,
      as: "reviewer",
      input: async (world) => ({
        findingId: (await takenBlind(world)).id,
        determination: 1,
        standard: "none",
        reasoning: world.marked("one person, at night"),
      }),
    },
    {
      command: setBlindReview,
      as: "legal_officer",
      input: ({ caseId }) => Promise.resolve({ caseId, isOn: false }),
    },
  ],
  queries: [
    {
      query: listAppeals,
      as: "reviewer",
      async input(world) {
        await anAppeal(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readAppeal,
      as: "protection_officer",
      input: async (world) => ({ appealId: (await anAppeal(world)).id }),
      showsMarker: true,
    },
  ],
};

import { compareStatement } from "#lib/contradictions/commands/compare-statement.ts";
import { decideContradiction } from "#lib/contradictions/commands/decide-contradiction.ts";
import { dismissContradiction } from "#lib/contradictions/commands/dismiss-contradiction.ts";
import { recordContradiction } from "#lib/contradictions/commands/record-contradiction.ts";
import { resolveContradiction } from "#lib/contradictions/commands/resolve-contradiction.ts";
import { compareAccounts } from "#lib/contradictions/queries/compare-accounts.ts";
import { contradictionsOf } from "#lib/contradictions/queries/contradictions-of.ts";
import { listContradictions } from "#lib/contradictions/queries/list-contradictions.ts";
import { readContradiction } from "#lib/contradictions/queries/read-contradiction.ts";
import type { Specimens } from "../specimen.ts";
import type { PersonKey, World } from "../world.ts";
import { type AccountOptions, anAccount, anAllegation, linked } from "./corroboration.ts";

/** Two accounts that support one allegation, and what each says exactly. */
export async function twoAccounts(
  world: World,
  one: AccountOptions["statement"] = {},
  other: AccountOptions["statement"] = {},
) {
  const allegation = await anAllegation(world);
  const accounts = [
    await anAccount(world, { statement: one }),
    await anAccount(world, { statement: other }),
  ] as const;
  for (const { id } of accounts) await linked(world, id, allegation.id);
  return { allegation, accounts };
}

/** A contradiction that was recorded by hand. */
export async function aContradiction(world: World, as: PersonKey = "investigator") {
  const { allegation, accounts } = await twoAccounts(world);
  const recorded = await world.do(as, recordContradiction, {
    caseId: world.caseId,
    statementId: accounts[0].id,
    otherStatementId: accounts[1].id,
    kind: "other",
    allegationId: null,
    facet: null,
    note: world.marked("the one says that the gate was open, the other that it was shut"),
  });
  return { ...recorded, allegation, accounts };
}

type Made = Awaited<ReturnType<typeof aContradiction>>;

/** The fields by which it is said to stand. */
export const stands = (world: World, { id, version }: Pick<Made, "id" | "version">) => ({
  contradictionId: id,
  version,
  material: "yes" as const,
  allegationId: null,
  facet: null,
  against: "neither" as const,
  reason: world.marked("both were at the gate"),
});

const settled = (world: World, { id, version }: Pick<Made, "id" | "version">) => ({
  contradictionId: id,
  version,
  reason: world.marked("they speak of two gates"),
});

export const contradictionSpecimens: Specimens = {
  commands: [
    {
      command: compareStatement,
      as: "investigator",
      input: async (world) => ({ statementId: (await anAccount(world)).id }),
    },
    {
      command: recordContradiction,
      as: "investigator",
      async input(world) {
        const { allegation, accounts } = await twoAccounts(world);
        return {
          caseId: world.caseId,
          statementId: accounts[0].id,
          otherStatementId: accounts[1].id,
          kind: "time",
          allegationId: allegation.id,
          facet: "time",
          note: world.marked("before dawn, and at noon"),
        };
      },
    },
    {
      command: decideContradiction,
      as: "reviewer",
      input: async (world) => stands(world, await aContradiction(world)),
    },
    {
      command: dismissContradiction,
      as: "reviewer",
      input: async (world) => settled(world, await aContradiction(world)),
    },
    {
      command: resolveContradiction,
      as: "reviewer",
      async input(world) {
        const made = await aContradiction(world);
        return settled(world, await world.do("reviewer2", decideContradiction, stands(world, made)));
      },
    },
  ],
  queries: [
    {
      query: listContradictions,
      as: "reviewer",
      async input(world) {
        await aContradiction(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readContradiction,
      as: "reviewer",
      input: async (world) => ({ contradictionId: (await aContradiction(world)).id }),
      showsMarker: true,
    },
    {
      query: contradictionsOf,
      as: "reviewer",
      input: async (world) => ({ recordId: (await aContradiction(world)).accounts[0].id }),
      showsMarker: true,
    },
    {
      query: compareAccounts,
      as: "reviewer",
      input: async (world) => ({ witnessId: (await anAccount(world)).witnessId }),
      showsMarker: true,
    },
  ],
};

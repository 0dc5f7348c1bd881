import { amendDependency } from "#lib/corroboration/commands/amend-dependency.ts";
import { amendEvidence } from "#lib/corroboration/commands/amend-evidence.ts";
import { recordDependency } from "#lib/corroboration/commands/record-dependency.ts";
import { recordEvidence } from "#lib/corroboration/commands/record-evidence.ts";
import { resolveEvidence } from "#lib/corroboration/commands/resolve-evidence.ts";
import { retractDependency } from "#lib/corroboration/commands/retract-dependency.ts";
import { retractEvidence } from "#lib/corroboration/commands/retract-evidence.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aSupportedAllegation, anAccount, anAllegation, linked } from "./corroboration.ts";

async function aTie(world: World) {
  const [one, other] = [await anAccount(world), await anAccount(world)];
  const ends = { statementId: one.id, otherStatementId: other.id };
  const note = world.marked("cousins who spoke that night");
  return { ...ends, caseId: world.caseId, kind: "discussed_facet" as const, note };
}

export const evidenceSpecimens: Specimens = {
  commands: [
    {
      command: recordEvidence,
      as: "investigator",
      async input(world) {
        const allegation = await anAllegation(world);
        const statement = await anAccount(world);
        const ends = { statementId: statement.id, allegationId: allegation.id };
        const said = {
          stance: "support",
          rationale: world.marked("saw it"),
          facets: ["occurrence", "place"],
        };
        return { caseId: world.caseId, ...ends, ...said };
      },
    },
    {
      command: amendEvidence,
      as: "investigator",
      async input(world) {
        const { link } = await aSupportedAllegation(world);
        return {
          linkId: link.id,
          version: link.version,
          stance: "qualify",
          rationale: world.marked("only in part"),
        };
      },
    },
    {
      command: retractEvidence,
      as: "investigator",
      async input(world) {
        const { link } = await aSupportedAllegation(world);
        return { linkId: link.id, version: link.version, reason: world.marked("another night") };
      },
    },
    {
      command: resolveEvidence,
      as: "reviewer",
      async input(world) {
        const statement = await anAccount(world);
        const link = await linked(world, statement.id, (await anAllegation(world)).id, {
          stance: "contradict",
        });
        return {
          linkId: link.id,
          version: link.version,
          reason: world.marked("speaks of the bridge, not the canal"),
        };
      },
    },
    { command: recordDependency, as: "investigator", input: aTie },
    {
      command: amendDependency,
      as: "reviewer",
      async input(world) {
        const { id, version } = await world.do("investigator", recordDependency, await aTie(world));
        return { dependencyId: id, version, weightTenths: 2, reason: world.marked("only in passing") };
      },
    },
    {
      command: retractDependency,
      as: "reviewer",
      async input(world) {
        const { id, version } = await world.do("investigator", recordDependency, await aTie(world));
        return { dependencyId: id, version, reason: world.marked("mistaken for others") };
      },
    },
  ],
  queries: [],
};

import { amendDependency } from "#lib/corroboration/commands/amend-dependency.ts";
import { amendSourceTie } from "#lib/corroboration/commands/amend-source-tie.ts";
import { amendEvidence } from "#lib/corroboration/commands/amend-evidence.ts";
import { recordDependency } from "#lib/corroboration/commands/record-dependency.ts";
import { recordEvidence } from "#lib/corroboration/commands/record-evidence.ts";
import { recordSourceTie } from "#lib/corroboration/commands/record-source-tie.ts";
import { resolveEvidence } from "#lib/corroboration/commands/resolve-evidence.ts";
import { retractDependency } from "#lib/corroboration/commands/retract-dependency.ts";
import { retractSourceTie } from "#lib/corroboration/commands/retract-source-tie.ts";
import { retractEvidence } from "#lib/corroboration/commands/retract-evidence.ts";
import { evidenceMatrix } from "#lib/corroboration/queries/evidence-matrix.ts";
import { listSourceTies } from "#lib/corroboration/queries/list-source-ties.ts";
import { readOrigins } from "#lib/corroboration/queries/read-origins.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aSupportedAllegation, anAccount, anAllegation, linked } from "./corroboration.ts";
import { anIncident } from "./incidents.ts";
import { aSource } from "./sources.ts";
import { aWitness } from "./witnesses.ts";

async function aTie(world: World) {
  const [one, other] = [await anAccount(world), await anAccount(world)];
  const ends = { statementId: one.id, otherStatementId: other.id };
  const note = world.marked("cousins who spoke that night");
  return { ...ends, caseId: world.caseId, kind: "discussed_facet" as const, note };
}

const aSourceTie = async (world: World) => ({
  caseId: world.caseId,
  kind: "discussed_facet" as const,
  witnessId: (await aWitness(world)).id,
  sourceId: null,
  otherWitnessId: null,
  otherSourceId: (await aSource(world)).id,
  note: world.marked("the register asked him"),
});

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
    { command: recordSourceTie, as: "investigator", input: aSourceTie },
    {
      command: amendSourceTie,
      as: "reviewer",
      async input(world) {
        const { id, version } = await world.do("investigator", recordSourceTie, await aSourceTie(world));
        return { sourceTieId: id, version, weightTenths: 2, reason: world.marked("only in passing") };
      },
    },
    {
      command: retractSourceTie,
      as: "reviewer",
      async input(world) {
        const { id, version } = await world.do("investigator", recordSourceTie, await aSourceTie(world));
        return { sourceTieId: id, version, reason: world.marked("mistaken for others") };
      },
    },
  ],
  queries: [
    {
      query: evidenceMatrix,
      as: "reviewer",
      showsMarker: true,
      async input(world) {
        const { id: incidentId } = await anIncident(world);
        const allegation = await anAllegation(world, { incidentId });
        await linked(world, (await anAccount(world)).id, allegation.id);
        return { incidentId };
      },
    },
    {
      query: readOrigins,
      as: "reviewer",
      showsMarker: true,
      async input(world) {
        const { id: allegationId } = await anAllegation(world);
        const tie = await aTie(world);
        for (const id of [tie.statementId, tie.otherStatementId]) await linked(world, id, allegationId);
        await world.do("investigator", recordDependency, tie);
        return { allegationId, facet: "occurrence" };
      },
    },
    {
      query: listSourceTies,
      as: "reviewer",
      showsMarker: true,
      async input(world) {
        const tie = await aSourceTie(world);
        await world.do("investigator", recordSourceTie, tie);
        return { recordId: tie.witnessId };
      },
    },
  ],
};

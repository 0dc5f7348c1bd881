import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "#db/schema/index.ts";
import { heardAs } from "#lib/imports/training/interviewed.ts";
import { amendFigure } from "#lib/figures/commands/amend-figure.ts";
import { retractFigure } from "#lib/figures/commands/retract-figure.ts";
import { amendMedia } from "#lib/media/commands/amend-media.ts";
import { retractMedia } from "#lib/media/commands/retract-media.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { anAccount, anAllegation, linked, statementFields } from "#lib/testing/specimens/corroboration.ts";
import { aFigure, figureFields } from "#lib/testing/specimens/figures.ts";
import { approved } from "#lib/testing/specimens/findings.ts";
import { aMediaItem, mediaFields } from "#lib/testing/specimens/media.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { recordDependency } from "./commands/record-dependency.ts";
import { recordStatement } from "./commands/record-statement.ts";
import type { StatementFields } from "./rules/entered-fields.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const rowOf = async (findingId: string) => {
  const [row] = await world.fresh.store.read.select().from(findings).where(eq(findings.id, findingId));
  if (!row) throw new Error("no such finding");
  return row;
};

/** A finding of level 2, approved on one statement alone. */
async function approvedOn(
  origin: { mediaId: string } | { figureId: string },
  fields: Partial<StatementFields>,
) {
  const statement = await world.do("investigator", recordStatement, {
    ...statementFields(world, { testimonyNumber: null, ...fields }),
    caseId: world.caseId,
    testimonyId: null,
    mediaId: null,
    figureId: null,
    ...origin,
  });
  const allegation = await anAllegation(world);
  await linked(world, statement.id, allegation.id);
  const found = await approved(world, allegation.id);
  expect(await rowOf(found.id)).toMatchObject({ status: "approved", ceiling: 2 });
  return found.id;
}

async function aGradedSource(reliability: "B" | "D") {
  const { id: sourceId } = await aSource(world);
  await world.do("reviewer", gradeSource, { sourceId, witnessId: null, reliability, reason: "known" });
  return sourceId;
}

const FELL = { status: "contested", contestReason: "finding.ceiling_fell" };

describe("a finding that rests on one film", () => {
  const onFilm = async () => {
    const media = await aMediaItem(world);
    const verified = { mediaRank: "M4", mediaCondition: "usable", showsActItself: true } as const;
    return { media, findingId: await approvedOn({ mediaId: media.id }, { basis: "B0", ...verified }) };
  };

  it("is contested when the film is taken back", async () => {
    const { media, findingId } = await onFilm();
    const gone = { mediaId: media.id, version: media.version, reason: "a film of another war" };
    await world.do("investigator", retractMedia, gone);
    expect(await rowOf(findingId)).toMatchObject(FELL);
  });

  it("is contested when the film turns out to come from somebody less reliable", async () => {
    const { media, findingId } = await onFilm();
    const carried = await mediaFields(world, { circulatedBy: [await aGradedSource("D")] });
    await world.do("investigator", amendMedia, { ...carried, mediaId: media.id, version: media.version });
    expect(await rowOf(findingId)).toMatchObject(FELL);
  });
});

describe("a finding that rests on one figure", () => {
  const onFigure = async () => {
    const figure = await aFigure(world, { sourceId: await aGradedSource("B") });
    return { figure, findingId: await approvedOn({ figureId: figure.id }, { basis: "B7" }) };
  };

  it("is contested when the figure is taken back", async () => {
    const { figure, findingId } = await onFigure();
    const gone = { figureId: figure.id, version: figure.version, reason: "withdrawn by its publisher" };
    await world.do("investigator", retractFigure, gone);
    expect(await rowOf(findingId)).toMatchObject(FELL);
  });

  it("is contested when the figure turns out to be somebody else's", async () => {
    const { figure, findingId } = await onFigure();
    const fields = await figureFields(world, { sourceId: await aGradedSource("D") });
    await world.do("investigator", amendFigure, { ...fields, figureId: figure.id, version: figure.version });
    expect(await rowOf(findingId)).toMatchObject(FELL);
  });
});

describe("a finding that rests on two witnesses who are kin", () => {
  it("is contested when another account of one of them, without a statement yet, ties the two closer", async () => {
    const [one, other] = [await anAccount(world), await anAccount(world, { testimony: { people: [] } })];
    const kin = { statementId: one.id, otherStatementId: other.id, kind: "same_household_or_kin" } as const;
    await world.do("investigator", recordDependency, { ...kin, caseId: world.caseId, note: null });
    const allegation = await anAllegation(world);
    for (const { id } of [one, other]) await linked(world, id, allegation.id);
    const { id } = await approved(world, allegation.id, { determination: 4 });
    await aTestimony(world, { witnessId: one.witnessId, heardBefore: heardAs("not_asked") });
    expect(await rowOf(id)).toMatchObject(FELL);
  });
});

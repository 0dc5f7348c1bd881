import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { aMediaItem, mediaFields } from "#lib/testing/specimens/media.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendMedia } from "./commands/amend-media.ts";
import { retractMedia } from "./commands/retract-media.ts";
import { listMedia } from "./queries/list-media.ts";
import { readMedia } from "./queries/read-media.ts";
import { suggestMedia } from "./queries/suggest-media.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  const { accountId } = world.person("investigator");
  const membership = { caseId: world.otherCaseId, accountId, role: "investigator" as const, expiresAt: null };
  await world.do("administrator", admitMember, membership);
});
afterAll(() => world.close());

const read = (mediaId: string) => world.ask("reviewer", readMedia, { mediaId });

describe("media items", () => {
  it("keep who carried them in order, and what each outlet said of them", async () => {
    const [first, second] = [await aSource(world), await aSource(world)];
    const { id } = await aMediaItem(world, {
      circulatedBy: [second.id, first.id],
      verifications: [
        { sourceId: first.id, state: "unable_to_verify", note: null },
        { sourceId: second.id, state: "geolocated", note: "The bend matches." },
      ],
    });
    expect(await read(id)).toMatchObject({
      carriers: [{ code: second.code }, { code: first.code }],
      verifications: [
        { state: "unable_to_verify", note: null, source: { code: first.code } },
        { state: "geolocated", note: "The bend matches.", source: { code: second.code } },
      ],
      may: { write: false },
    });
  });

  it("may be known from nowhere and checked by nobody", async () => {
    const { id } = await aMediaItem(world, { circulatedBy: [], verifications: [], circulatedEdtf: null });
    expect(await read(id)).toMatchObject({ carriers: [], verifications: [], circulatedEdtf: null });
  });

  it("are replaced whole by an amendment", async () => {
    const { id, version } = await aMediaItem(world);
    const fields = await mediaFields(world, { verifications: [], note: null });
    await world.do("investigator", amendMedia, { ...fields, mediaId: id, version });
    expect(await read(id)).toMatchObject({ verifications: [], note: null });
  });

  it("name an outlet once, and only outlets of their own case", async () => {
    const { id } = await aSource(world);
    const said = { sourceId: id, state: "verified" as const, note: null };
    await expect(aMediaItem(world, { verifications: [said, said] })).rejects.toBeInstanceOf(Invalid);
    const stray = (await aSource({ ...world, caseId: world.otherCaseId })).id;
    await expect(aMediaItem(world, { circulatedBy: [stray] })).rejects.toBeInstanceOf(NotFound);
    const byStray = { ...said, sourceId: stray };
    await expect(aMediaItem(world, { verifications: [byStray] })).rejects.toBeInstanceOf(NotFound);
  });

  it("are listed by day and kind with the states that outlets gave, without their description", async () => {
    const verified = [await aSource(world), await aSource(world)].map(({ id }) => ({
      sourceId: id,
      state: "verified" as const,
      note: null,
    }));
    const late = await aMediaItem(world, {
      kind: "audio",
      circulatedEdtf: "2031-05",
      verifications: verified,
    });
    const early = await aMediaItem(world, { kind: "audio", circulatedEdtf: "2031-04" });
    const list = () => world.ask("reviewer", listMedia, { caseId: world.caseId, kind: "audio", page: {} });
    const { rows, total } = await list();
    expect(rows.map(({ id }) => id)).toEqual([early.id, late.id]);
    expect(rows.map(({ states }) => states)).toEqual([["geolocated"], ["verified"]]);
    expect(rows[0]).not.toHaveProperty("description");
    expect(total).toBe(2);
    const { id, version } = early;
    await world.do("investigator", retractMedia, { mediaId: id, version, reason: "the same film" });
    expect((await list()).rows.map((row) => row.id)).toEqual([late.id]);
    expect(await read(id)).toMatchObject({ retractionReason: "the same film" });
  });

  it("are found by title, description and code", async () => {
    const { id, code } = await aMediaItem(world, {
      title: "Poplars",
      description: "A canal bank at first light",
    });
    for (const text of ["poplar", "FIRST light", code]) {
      const { options } = await world.ask("investigator", suggestMedia, { caseId: world.caseId, text });
      expect(options, text).toEqual([{ id, code, label: "Poplars", labelAr: null }]);
    }
  });
});

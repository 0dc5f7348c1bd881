import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aTag, aTaggedIncident } from "#lib/testing/specimens/tags.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { putTag } from "./commands/put-tag.ts";
import { removeTag } from "./commands/remove-tag.ts";
import { retractTag } from "./commands/retract-tag.ts";
import { listTags } from "./queries/list-tags.ts";
import { tagsOfRecord } from "./queries/tags-of-record.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const on = async (recordId: string) => (await world.ask("reviewer", tagsOfRecord, { recordId })).tags;

describe("tags", () => {
  it("are one for each word, however it is written, and a retracted one frees its name", async () => {
    const { id, version } = await aTag(world, "Needs  Translation");
    await expect(aTag(world, "needs translation")).rejects.toThrow("tag.name_taken");
    await world.do("investigator", retractTag, { tagId: id, version });
    await aTag(world, "needs translation");
    const { rows } = await world.ask("reviewer", listTags, { caseId: world.caseId });
    expect(rows.map(({ name }) => name)).toEqual(["needs translation"]);
  });

  it("go on a record once, come off, go on again; a tag out of use is on none", async () => {
    const { recordId, tagId } = await aTaggedIncident(world);
    await expect(world.do("reviewer", putTag, { recordId, tagId })).rejects.toThrow("tag.put_already");
    await world.do("reviewer", removeTag, { recordId, tagId });
    await expect(world.do("reviewer", removeTag, { recordId, tagId })).rejects.toThrow("tag.not_put");
    await world.do("reviewer", putTag, { recordId, tagId });
    expect(await on(recordId)).toMatchObject([{ id: tagId }]);
    await world.do("investigator", retractTag, { tagId, version: 1 });
    expect(await on(recordId)).toEqual([]);
    await expect(world.do("reviewer", putTag, { recordId, tagId })).rejects.toThrow("tag.retracted");
  });

  it("do not reach over to another case, whose people cannot tell theirs from none", async () => {
    const { id } = await aTag(world);
    const other = await anIncident(world);
    await expect(world.do("stranger", putTag, { recordId: other.id, tagId: id })).rejects.toThrow(
      "not found",
    );
  });
});

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contradictions, figures, statements } from "#db/schema/index.ts";
import { dismissContradiction } from "#lib/contradictions/commands/dismiss-contradiction.ts";
import { retractStatement } from "#lib/corroboration/commands/retract-statement.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { importCoastal } from "../commands/import-coastal.ts";
import { aCoastalRecord } from "../testing/a-coastal-record.ts";

/** Figures that the description of the public record sets against each other. */
const NAMED = ["fig_sohr_al_mukhtariya", "fig_reuters_al_mukhtariya"];

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** A small record in which the named figures stand, and nothing that people said. */
function filesWith(ids: readonly string[]) {
  const { figures: rows, ...files } = aCoastalRecord((words) => words);
  const [first = {}] = rows;
  const named = ids.map((id) => ({ ...first, id }));
  return { ...files, figures: named, media_items: [], accounts: [], proceedings: [], chronology: [] };
}
const imported = (ids: readonly string[]) =>
  world.do("investigator", importCoastal, { caseId: world.caseId, files: filesWith(ids) });
const pairs = () =>
  world.fresh.store.read
    .select({ id: contradictions.id, version: contradictions.version, state: contradictions.state })
    .from(contradictions)
    .where(eq(contradictions.caseId, world.caseId));

it("brings a pair as a question once, and never again what people settled", async () => {
  await imported(NAMED);
  const [made, ...others] = await pairs();
  expect([made?.state, others]).toEqual(["proposed", []]);
  await imported(NAMED);
  expect(await pairs()).toHaveLength(1);
  const reason = "They count two different days.";
  await world.do("reviewer", dismissContradiction, { contradictionId: made?.id ?? "", version: 1, reason });
  await imported(NAMED);
  expect((await pairs()).map(({ state }) => state)).toEqual(["dismissed"]);
});

it("leaves a pair out of which people took one back, and brings the rest", async () => {
  const other = await aWorld();
  const { caseId } = other;
  const bring = (ids: readonly string[]) =>
    other.do("investigator", importCoastal, { caseId, files: filesWith(ids) });
  const { read } = other.fresh.store;
  const before = await read.$count(contradictions, eq(contradictions.caseId, caseId));
  await bring(NAMED.slice(0, 1));
  const [cut] = await read
    .select({ id: statements.id, version: statements.version })
    .from(statements)
    .innerJoin(figures, eq(figures.id, statements.figureId))
    .where(eq(figures.importKey, `figures:${NAMED[0]}`));
  const taken = { statementId: cut?.id ?? "", version: cut?.version ?? 0, reason: "misread" };
  await other.do("investigator", retractStatement, taken);
  const { added } = await bring(NAMED);
  expect([added.figures, added.contradictions]).toEqual([1, 0]);
  expect(await read.$count(contradictions, eq(contradictions.caseId, caseId))).toBe(before);
  await other.close();
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { UNSET } from "#lib/core/filters.ts";
import type { FacetCounts, FacetName } from "#lib/core/facet.ts";
import { isId } from "#lib/core/id-forms.ts";
import type { Query } from "#lib/core/query.ts";
import { queries } from "#lib/registry.ts";
import { putTag } from "#lib/tags/commands/put-tag.ts";
import { retractTag } from "#lib/tags/commands/retract-tag.ts";
import { querySpecimens } from "./testing/specimens/index.ts";
import { aTag } from "./testing/specimens/tags.ts";
import { aWorld, type World } from "./testing/world.ts";

type Listed = { rows: { id: string }[]; total: number };
type Counted = FacetCounts & { names: FacetName[] };
type Shape = Record<string, z.ZodType>;

const shapeOf = (query: Query): Shape => (query.input as unknown as z.ZodObject<Shape>).shape;
const counters = queries.filter(({ name }) => name.endsWith(".countBy"));
const lists = new Map(counters.map(({ name }) => [name, `${name.split(".")[0]}.list`]));

let world: World;
const list = (counter: Query, filters: object = {}) => {
  const query = queries.find(({ name }) => name === lists.get(counter.name)) as Query;
  return world.ask("reviewer", query, { caseId: world.caseId, page: {}, ...filters }) as Promise<Listed>;
};
const count = (counter: Query, by: string, filters: object = {}) =>
  world.ask("reviewer", counter, { caseId: world.caseId, by, ...filters }) as Promise<Counted>;
const facetsOf = (counter: Query): string[] =>
  (shapeOf(counter)["by"] as z.ZodEnum<Record<string, string>>).options;

describe("what is counted beside a list", () => {
  let tagId: string;
  // One world for all: some records in every list, of each list one with two tags, of which one was retracted.
  beforeAll(async () => {
    world = await aWorld();
    const filling = querySpecimens.filter(({ query }) => counters.includes(query));
    for (const { input } of [...filling, ...filling]) await input(world);
    tagId = (await aTag(world)).id;
    const gone = await aTag(world);
    for (const counter of counters) {
      const { rows } = await list(counter);
      for (const tag of [tagId, gone.id])
        await world.do("reviewer", putTag, { recordId: rows[0]?.id ?? "", tagId: tag });
    }
    await world.do("reviewer", retractTag, { tagId: gone.id, version: gone.version });
  });
  afterAll(() => world.close());

  it.each(counters.map((one) => [one.name, one] as const))(
    "%s is what the list then shows",
    async (_, counter) => {
      const { total } = await list(counter);
      expect(total).toBeGreaterThan(1);
      for (const by of facetsOf(counter)) {
        const { values, names, isWhole } = await count(counter, by);
        expect(isWhole).toBe(true);
        expect(
          values.reduce((sum, one) => sum + one.count, 0),
          by,
        ).toBeGreaterThanOrEqual(total);
        for (const { value, count: rows } of values) {
          const filters = { [by]: value ?? UNSET };
          expect((await list(counter, filters)).total, `${by} ${value}`).toBe(rows);
          // A filter does not narrow its own counts.
          expect((await count(counter, by, filters)).values).toEqual(values);
          if (value !== null && isId(value)) expect(names.map(({ id }) => id)).toContain(value);
        }
      }
      const byTag = (await count(counter, "tagId")).values;
      expect(byTag).toEqual([
        { value: null, count: total - 1 },
        { value: tagId, count: 1 },
      ]);
    },
  );

  it.each(counters.map((one) => [one.name, one] as const))(
    "%s knows every filter of the list",
    async (_, counter) => {
      const query = queries.find(({ name }) => name === lists.get(counter.name)) as Query;
      const { caseId, direction, page, ...filters } = shapeOf(query);
      expect([caseId, direction, page]).not.toContain(undefined);
      for (const [name, type] of Object.entries(filters)) {
        if (facetsOf(counter).includes(name)) continue;
        const sample = ["2031-02-14", "mine", "author"].find((text) => type.safeParse(text).success);
        await expect(list(counter, { [name]: sample }), name).resolves.toBeDefined();
        await expect(count(counter, "tagId", { [name]: sample }), name).resolves.toBeDefined();
      }
    },
  );
});

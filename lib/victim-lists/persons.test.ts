import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Listed,
  matrixTable,
  membership,
  type Merged,
  patterns,
  uniquePersons,
} from "./rules/persons.ts";

const LISTS = ["a", "b", "c", "d"].map((id) => ({ id, code: `VL-${id.toUpperCase()}` }));

/** Rows of four lists, and merges that share no row, some of them of one victim. */
const world = fc
  .array(fc.record({ list: fc.nat(3), group: fc.option(fc.nat(5)) }), { maxLength: 40 })
  .map((rows) => {
    const entries: Listed[] = rows.map(({ list }, at) => ({
      id: `e${at}`,
      listId: LISTS[list]?.id ?? "",
      listCode: LISTS[list]?.code ?? "",
      position: at + 1,
    }));
    const groups = Map.groupBy(
      rows.flatMap(({ group }, at) => (group === null ? [] : [{ group, id: `e${at}` }])),
      ({ group }) => group,
    );
    const merges: Merged[] = [...groups].map(([group, those]) => ({
      victimId: `v${group}`,
      victimCode: `V-${group}`,
      entryIds: those.map(({ id }) => id),
    }));
    return { entries, merges };
  });

describe("the persons on lists", () => {
  it("are each counted once, and every row is somebody's", () => {
    fc.assert(
      fc.property(world, ({ entries, merges }) => {
        const persons = uniquePersons(entries, merges);
        expect(persons.flatMap(({ entryIds }) => entryIds).toSorted()).toEqual(
          entries.map(({ id }) => id).toSorted(),
        );
        const merged = merges.reduce((sum, { entryIds }) => sum + entryIds.length - 1, 0);
        expect(persons.length).toBe(entries.length - merged);
        expect(new Set(persons.map(({ code }) => code)).size).toBe(persons.length);
      }),
      { seed: 11 },
    );
  });

  it("are as many as the matrix says, added up by whichever of its sides", () => {
    fc.assert(
      fc.property(world, ({ entries, merges }) => {
        const persons = uniquePersons(entries, merges);
        const all = patterns(persons, LISTS);
        expect(all.reduce((sum, one) => sum + one.persons, 0)).toBe(persons.length);
        for (const person of persons) expect(membership(person, LISTS)).toContain(1);
        for (const [at, { id }] of LISTS.entries())
          expect(all.reduce((sum, one) => sum + (one.on[at] ?? 0) * one.persons, 0)).toBe(
            persons.filter(({ listIds }) => listIds.has(id)).length,
          );
        const lines = matrixTable(persons, LISTS).slice(1).trimEnd().split("\r\n");
        expect(lines.length - 1).toBe(persons.length);
        // Nothing in it begins as a formula does.
        for (const cell of lines.flatMap((line) => line.split(",")))
          expect(cell).toMatch(/^"[A-Za-z0-9][\w/-]*"$/);
      }),
      { seed: 12 },
    );
  });
});

/** Codes are random and short, so that two records of a large case may draw the same one. */
import canonicalize from "canonicalize";
import { getTableColumns } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentProjection } from "#db/projections.ts";
import { places } from "#db/schema/index.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { isCode, newId } from "./ids.ts";
import { openSearchSync } from "./search-sync.ts";
import { openWriter } from "./writer.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const keys = keysFrom(Buffer.alloc(32, 7));

function aPlace(code: string, importKey: string | null = null) {
  return {
    id: newId("place"),
    code,
    importKey,
    caseId: world.caseId,
    createdAt: world.now(),
    createdBy: world.person("investigator").accountId,
    updatedAt: world.now(),
    name: "A ford",
    nameAr: null,
    kind: "village" as const,
    precision: "P3" as const,
  };
}

describe("a new record", () => {
  it("gets another code of its prefix when the one it drew is taken, and the same trace as any row", async () => {
    const rows = await world.fresh.store.transact(async (tx) => {
      const write = openWriter(tx, keys, openSearchSync(), () => undefined, 0);
      const first = await write.insert(places, aPlace("P-000000"));
      const second = await write.insert(places, aPlace("P-000000"));
      return { first, second, traces: write.traces };
    });
    expect(rows.first.code).toBe("P-000000");
    expect(rows.second.code).toMatch(/^P-/);
    expect(rows.second.code).not.toBe("P-000000");
    expect(isCode(rows.second.code)).toBe(true);
    expect(rows.traces.map((trace) => trace.split(":")[1])).toEqual([rows.first.id, rows.second.id]);
  });

  it("is still refused when anything but its code is taken", async () => {
    const attempt = world.fresh.store.transact(async (tx) => {
      const write = openWriter(tx, keys, openSearchSync(), () => undefined, 0);
      await write.insert(places, aPlace("P-111111", "places.json:one"));
      await write.insert(places, aPlace("P-222222", "places.json:one"));
    });
    await expect(attempt).rejects.toThrow();
    const kept = await world.fresh.store.read.select({ code: places.code }).from(places);
    expect(kept.map(({ code }) => code)).not.toContain("P-111111");
  });
});

it("the trace of a row is a keyed hash over the canonical JSON (RFC 8785) of the columns that it covers", async () => {
  const [row, trace = ""] = await world.fresh.store.transact(async (tx) => {
    const write = openWriter(tx, keys, openSearchSync(), () => undefined, 0);
    return [await write.insert(places, aPlace("P-333333", 'ملف \u0001 "7"')), ...write.traces] as const;
  });
  const { number, columns } = currentProjection("places");
  const covered = Object.entries(getTableColumns(places)).filter(([, { name }]) => columns.includes(name));
  const values = covered.map(([property, { name }]) => [name, Reflect.get(row, property) ?? null] as const);
  const mac = keys.hmac("row/places", canonicalize(Object.fromEntries(values)) ?? "");
  expect(trace).toBe(`places:${row.id}:1:${number}:${mac}`);
});

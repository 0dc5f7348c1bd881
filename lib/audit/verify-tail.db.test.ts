import { afterEach, beforeEach, expect, it } from "vitest";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { dialect } from "#db/columns.ts";
import { verifyTail } from "./verify-tail.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
  for (let place = 0; place < 3; place++) await aPlace(world);
});
afterEach(() => world.close());

const tail = (entries: number) => verifyTail(world.fresh.store.read, entries);
const sizeOfLog = async () => {
  const whole = await tail(1_000_000);
  if (!whole.ok) throw new Error("the log does not hold");
  return whole.size;
};
const unreferenced = dialect === "postgres" ? "" : "pragma foreign_keys = off;";
/** Takes away what holds the log, as its owner could. */
const withoutTrigger = (name: string) =>
  dialect === "postgres"
    ? "alter table audit_events disable trigger all;"
    : `${unreferenced} drop trigger ${name};`;

it("holds for any length, down to the last entry", async () => {
  const size = await sizeOfLog();
  for (const entries of [1, 2, size - 1, size, size + 1])
    expect(await tail(entries)).toMatchObject({ ok: true, size, checked: Math.min(entries, size) });
});

it("names an entry that was changed, while it is among those looked at", async () => {
  const size = await sizeOfLog();
  await world.fresh.directSql(
    `${withoutTrigger("audit_events_append_only_update")} update audit_events set body = replace(body, 'allow', 'deny') where seq = ${size - 1}`,
  );
  expect(await tail(5)).toMatchObject({ ok: false, firstBad: size - 1 });
  expect(await tail(1)).toMatchObject({ ok: true });
});

it("names the first entry that is missing, inside and at the end", async () => {
  const size = await sizeOfLog();
  await world.fresh.directSql(
    `${withoutTrigger("audit_events_never_deleted")} delete from audit_events where seq = ${size}`,
  );
  expect(await tail(5)).toMatchObject({ ok: false, firstBad: size });
  await world.fresh.directSql(`${unreferenced} delete from audit_events where seq = ${size - 2}`);
  expect(await tail(5)).toMatchObject({ ok: false, firstBad: size - 2 });
});

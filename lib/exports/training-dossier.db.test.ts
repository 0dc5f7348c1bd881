import { signedSize } from "#lib/testing/signed-size.ts";
import { readFileSync } from "node:fs";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actors, links, testimonies } from "#db/schema/index.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { loadTraining } from "#lib/imports/training/load.ts";
import { anExport } from "#lib/testing/specimens/exports.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import type { Dossier } from "./dossier.ts";
import { dossierTables } from "./formats/csv.ts";
import { bookOf } from "./formats/pdf/book.ts";
import { assembleDossier } from "./queries/assemble-dossier.ts";
import { dossierFaults } from "./rules/faults.ts";
import { testLabels } from "./testing/labels.ts";

const FILE = new URL("../../db/seed/training-wadi-narin.json", import.meta.url);

let world: World;
let dossier: Dossier;
// Loading the case is long, and how it loads is tried on both databases elsewhere: one is enough to read it from.
describe.runIf(process.env["ATTEST_TEST_DIALECT"] !== "postgres")("the dossier of the training case", () => {
  beforeAll(async () => {
    world = await aWorld();
    await loadTraining(JSON.parse(readFileSync(FILE, "utf8")), world.caseId, {
      investigator1: world.person("investigator"),
      investigator2: world.person("investigator2"),
      reviewer1: world.person("reviewer"),
      reviewer2: world.person("reviewer2"),
      senior_reviewer: world.person("senior_reviewer"),
      legal_officer1: world.person("legal_officer"),
      legal_officer2: world.person("legal_officer2"),
      protection_officer: world.person("protection_officer"),
    });
    const { id: exportId } = await anExport(world);
    ({ dossier } = await world.ask("legal_officer", assembleDossier, { exportId, size: await signedSize() }));
  }, 120_000);
  afterAll(() => world.close());

  it("is sound", () => {
    expect(dossierFaults(dossier)).toEqual([]);
  });

  it("names every suspect whom a released account names, with the basis and its words", async () => {
    const rows = await world.fresh.store.read
      .select({ from: testimonies.code, to: actors.code, note: links.note })
      .from(links)
      .innerJoin(testimonies, eq(testimonies.id, links.fromId))
      .innerJoin(actors, eq(actors.id, links.toId))
      .where(and(eq(links.kind, "testimony_suspect"), isNull(links.retractedAt)));
    const released = new Set(dossier.testimonies.map(({ code }) => code));
    const expected = rows.filter(({ from }) => released.has(from));
    const named = dossier.actors.flatMap(({ code: to, allegedRoles }) =>
      allegedRoles.flatMap(({ inKind, inCode: from, note }) =>
        inKind === "testimony" ? [{ from, to, note }] : [],
      ),
    );
    expect(expected).toHaveLength(6);
    expect(named).toHaveLength(6);
    expect(named).toEqual(expect.arrayContaining(expected));
    expect(rows.length).toBeGreaterThan(6);
  });

  it("has the individual on whom a finding was made among the suspects, in the tables and in print", () => {
    const individual = dossier.actors.find(({ name }) => name === "Individual I-01");
    const roles = dossierTables(dossier).find(({ name }) => name === "alleged_roles.csv")?.content;
    expect(roles).toContain(`"${individual?.code}","testimony",`);
    for (const language of ["en", "ar"] as const) {
      const { sections } = bookOf(dossier, testLabels, language);
      const suspects = sections.find(({ id }) => id === "suspects")?.records.map(({ code }) => code);
      expect(suspects).toContain(individual?.code);
      expect(JSON.stringify(sections)).not.toMatch(/stated_in_account|stated_by_source|not_stated/);
    }
  });

  it("says which of its codes an id of the log stands for, and of nothing that stays", () => {
    const codes = new Map(dossier.auditObjects.map(({ id, code }) => [id, code]));
    const decided = dossier.auditEvents
      .map((line) => JSON.parse(line) as AuditEvent)
      .filter(({ act }) => act === "testimony.accept")
      .map(({ obj }) => codes.get(obj ?? ""));
    expect(dossier.testimonies.map(({ code }) => code).toSorted()).toEqual(
      decided.filter((code) => code !== undefined).toSorted(),
    );
    const stays = new Set(
      dossier.withheld.flatMap(({ kind, code }) => (/reasons|note/.test(kind) ? [] : code)),
    );
    expect([...codes.values()].filter((code) => stays.has(code))).toEqual([]);
  });
});

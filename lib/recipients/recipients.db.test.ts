import { signedSize } from "#lib/testing/signed-size.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { startExport } from "#lib/exports/commands/start-export.ts";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { anExport, anApprovedExport } from "#lib/testing/specimens/exports.ts";
import { aRecipient, recipientFields } from "#lib/testing/specimens/recipients.ts";
import { aHiddenCase } from "#lib/testing/hidden-case.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendRecipient } from "./commands/amend-recipient.ts";
import { recordRecipient } from "./commands/record-recipient.ts";
import { retractRecipient } from "./commands/retract-recipient.ts";
import { readRecipient } from "./queries/read-recipient.ts";
import type { RecipientFields } from "./vocabulary.ts";

const DAY_MS = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const start = (recipientId: string) =>
  soundOf(
    world.do("legal_officer", startExport, {
      caseId: world.caseId,
      recipientId,
      releasePurpose: "proceedings",
      language: "en",
      purpose: "for the court",
    }),
  );
const barredBy = async (recipientId: string) => {
  const { standing } = await world.ask("investigator", readRecipient, { recipientId });
  return standing.flatMap((one) => one.barredBy.map(({ rule }) => rule));
};

describe("an export", () => {
  it.each<[string, Partial<RecipientFields>, string]>([
    ["without an agreement", { agreementFrom: null, agreementUntil: null }, "recipient.no_agreement"],
    [
      "whose agreement has ended",
      { agreementUntil: "2020-01-02", agreementFrom: "2020-01-01" },
      "recipient.agreement_not_in_force",
    ],
    ["that assures nothing", { assurances: [] }, "assurance.missing"],
  ])("is not started for a recipient %s", async (_, changes, rule) => {
    const { id } = await aRecipient(world, changes);
    expect(await start(id)).toBe(`Conflict ${rule}`);
    expect(await barredBy(id)).toContain(rule);
  });

  it("is not started for what nobody asks its kind for, nor for a recipient of another case", async () => {
    const { id } = await aRecipient(world, {
      recipientClass: "media",
      assurances: recipientFields(world).assurances,
    });
    expect(await start(id)).toBe("Error: invalid input: releasePurpose not_of_recipient");
    const elsewhere = await aRecipient(await aHiddenCase(world));
    expect(await start(elsewhere.id)).toBe("NotFound");
  });

  it("is not built and not handed out once an assurance has run out, and is again when it is renewed", async () => {
    const { id, version } = await aRecipient(world);
    expect(await start(id)).toBe("answered");
    const queued = await anExport(world, id);
    const ready = await anApprovedExport(world, [], id);
    const fetched = () => soundOf(world.do("legal_officer", downloadExport, { exportId: ready.id }));
    const built = async () =>
      soundOf(world.ask("legal_officer", assembleDossier, { exportId: queued.id, size: await signedSize() }));
    expect([await fetched(), await built()]).toEqual(["answered", "answered"]);
    const fields = recipientFields(world);
    const [first, ...others] = fields.assurances;
    const ended = first && { ...first, from: "2020-01-01", until: "2020-12-31" };
    const amend = (row: number, assurances: RecipientFields["assurances"]) =>
      world.do("legal_officer", amendRecipient, { ...fields, recipientId: id, version: row, assurances });
    const after = await amend(version, ended ? [ended, ...others] : others);
    const rule = "Conflict assurance.not_in_force";
    expect([await fetched(), await built()]).toEqual([rule, rule]);
    await amend(after.version, fields.assurances);
    expect(await fetched()).toBe("answered");
  });

  it("is not handed out once its recipient was taken back", async () => {
    const { id, version } = await aRecipient(world);
    const ready = await anApprovedExport(world, [], id);
    await world.do("legal_officer", retractRecipient, { recipientId: id, version, reason: "no such office" });
    const fetched = world.do("legal_officer", downloadExport, { exportId: ready.id });
    expect(await soundOf(fetched)).toBe("Conflict recipient.withdrawn");
    expect(await start(id)).toBe("Conflict recipient.withdrawn");
  });

  it("is handed out to the last hour of the last day, and not after", async () => {
    const today = new Date(world.now()).toISOString().slice(0, 10);
    const { id } = await aRecipient(world, { agreementUntil: today });
    const ready = await anApprovedExport(world, [], id);
    const fetched = () => soundOf(world.do("legal_officer", downloadExport, { exportId: ready.id }));
    expect(await fetched()).toBe("answered");
    world.pass(DAY_MS);
    expect(await fetched()).toBe("Conflict recipient.agreement_not_in_force");
  });
});

it.each<[Partial<RecipientFields>, string]>([
  [{ agreementFrom: null }, "agreementFrom required"],
  [{ agreementFrom: "2031-02-02", agreementUntil: "2031-02-01" }, "agreementUntil before_its_start"],
  [{ recipientClass: "domestic_authority", country: null }, "country required"],
  [{ country: "QQ" }, "country invalid"],
  [
    { assurances: [{ kind: "no_death_penalty", from: "2031-02-02", until: "2031-02-01" }] },
    "assurances.0.until before_its_start",
  ],
])("refuses %j and names the field", async (changes, said) => {
  const fields = { ...recipientFields(world, changes), caseId: world.caseId };
  expect(await soundOf(world.do("legal_officer", recordRecipient, fields))).toBe(
    `Error: invalid input: ${said}`,
  );
});

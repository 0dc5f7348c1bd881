import { signedSize } from "#lib/testing/signed-size.ts";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "#db/columns.ts";
import { ruleOfTrigger } from "#db/errors.ts";
import { auditEvents, caseExports, notices, releaseDecisions } from "#db/schema/index.ts";
import { listExposed } from "#lib/breach/queries/list-exposed.ts";
import { foreseeWithdrawal } from "#lib/consent/queries/foresee-withdrawal.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { recordKeysOf, system } from "#lib/core/system.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { everything } from "#lib/testing/everything.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import {
  A_RECIPIENT_KEY,
  anApprovedExport,
  aNameableTestimony,
  aPseudonymKey,
  approved,
  aReadyExport,
  aReleasedTestimony,
} from "#lib/testing/specimens/exports.ts";
import { aRecipient } from "#lib/testing/specimens/recipients.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { amendIdentity } from "#lib/vault/commands/amend-identity.ts";
import { approveShred } from "#lib/vault/commands/approve-shred.ts";
import { requestShred } from "#lib/vault/commands/request-shred.ts";
import { readIdentity } from "#lib/vault/queries/read-identity.ts";
import { stayAnonymous } from "#lib/vault/commands/stay-anonymous.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { approveLegal } from "./commands/approve-legal.ts";
import { downloadExport } from "./commands/download-export.ts";
import { downloadPseudonymKey } from "./commands/download-pseudonym-key.ts";
import { startPseudonymKey } from "./commands/start-pseudonym-key.ts";
import { buildExport, sweepBags } from "./jobs.ts";
import { assembleDossier } from "./queries/assemble-dossier.ts";
import { previewPseudonymKey } from "./queries/preview-pseudonym-key.ts";
import { readExport } from "./queries/read-export.ts";
import { openedBag } from "./testing/a-bag.ts";
import { bagPath } from "./vocabulary.ts";

let world: World;
let secret: string;
let recipientKey: string;
beforeAll(async () => {
  world = await aWorld();
  secret = await generateIdentity();
  recipientKey = await identityToRecipient(secret);
});
afterAll(() => world.close());

const NAME = "Zéphyrine Qzcanary";
const ALIAS = '=HYPERLINK("qzother")';
const APART = [
  "+963 944 55 66 77",
  "the qzdoor of blue",
  "qzsister and qzbrother",
  "QZ-PAPER-7",
  "a qzvoice",
];
const [phone = "", address = "", relatives = "", paper = "", likeness = ""] = APART;
const who = (name = NAME) => ({
  name,
  aliases: [{ alias: ALIAS }],
  phones: [{ phone }],
  emails: [],
  address,
  relatives,
  papers: [{ paper }],
  likeness,
});

const look = (exportId: string) => world.ask("legal_officer", readExport, { exportId });
const codeOf = async (witnessId: string) =>
  (await world.ask("investigator", readWitness, { witnessId })).code;
const fetched = (exportId: string) => world.do("legal_officer", downloadPseudonymKey, { exportId });
/** Carries out all that waits. */
const runJobs = async () => {
  while (await runNextJob({ "export.build": buildExport }));
};
const shredded = async (identityId: string) => {
  const asked = { identityId, ground: "asked" as const, reason: "she wrote to us" };
  const { id: shredId } = await world.do("protection_officer", requestShred, asked);
  await world.do("senior_reviewer", approveShred, { shredId, version: 1 });
};

/** A bag with five people, and the key to it as it was built. */
async function aBuiltKey() {
  const named = await aNameableTestimony(world, who());
  const { id: key } = await aPseudonymKey(
    world,
    (await anApprovedExport(world, [named.testimonyId])).id,
    recipientKey,
  );
  await runJobs();
  return { ...named, key };
}

describe("the key to the codes of a bag", () => {
  it("names whoever agreed to be named there and is kept, to its recipient alone, and nothing else of them", async () => {
    const named = await aNameableTestimony(world, who());
    const hidden = await aReleasedTestimony(world);
    const hiddenWitness =
      (await world.ask("investigator", readTestimony, { testimonyId: hidden.id })).testimony.witnessId ?? "";
    const anonymous = await aNameableTestimony(world);
    await shredded(anonymous.identityId);
    const nameless = await aReleasedTestimony(world, { witnessId: await identified("anonymous") });
    const unknown = await aReleasedTestimony(world, { witnessId: await identified("unknown") });
    const bag = await anApprovedExport(world, [
      named.testimonyId,
      hidden.id,
      anonymous.testimonyId,
      nameless.id,
      unknown.id,
    ]);
    const { id: recipientId } = await aRecipient(world);
    const preview = await world.ask("legal_officer", previewPseudonymKey, { exportId: bag.id, recipientId });
    const code = await codeOf(named.personId);
    expect(preview.people?.named).toEqual([{ code, accounts: 1 }]);
    const why = new Map(preview.people?.unnamed.map((one) => [one.code, one.rule]));
    expect(why.get(await codeOf(hiddenWitness))).toBe("consent.form_exceeded");
    expect([...why.values()].toSorted()).toEqual([
      "consent.form_exceeded",
      "vault.anonymous",
      "vault.none",
      "vault.shredded",
    ]);

    const { id, code: keyCode } = await aPseudonymKey(world, bag.id, recipientKey);
    await runJobs();
    const done = await look(id);
    expect(done).toMatchObject({ status: "ready", problem: null, named: [code], contents: "pseudonyms" });
    expect(done.withheld).toHaveLength(4);
    expect(done.of).toMatchObject({ id: bag.id });
    expect((await look(bag.id)).keys).toContainEqual({ id, code: keyCode, status: "ready" });

    const sealed = await openedBag(
      await system(),
      { exportId: id, caseId: world.caseId },
      join(world.fresh.folder, "k.age"),
    );
    const bytes = readFileSync(sealed);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(done.sha256);
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    const decrypter = new Decrypter();
    decrypter.addIdentity(secret);
    const zip = join(world.fresh.folder, "k.zip");
    writeFileSync(zip, await decrypter.decrypt(bytes));
    const checker = join(import.meta.dirname, "../../docs/verify/check-bag.py");
    expect(spawnSync("python3", [checker, zip], { encoding: "utf8" }).stdout).toMatch(/^VALID/);
    const inside = (path: string) =>
      execFileSync("unzip", ["-p", zip, `${keyCode}/${path}`], { encoding: "utf8" });
    expect(JSON.parse(inside("data/key.json"))).toEqual({
      format: "attest-code-key-1",
      export: keyCode,
      of: { code: bag.code, sha256: "ab".repeat(32) },
      people: [{ code, name: NAME, otherNames: [ALIAS] }],
    });
    expect(inside("data/key.csv")).toContain(`"${code}","${NAME}","'=HYPERLINK(""qzother"")"`);
    expect(inside("data/README.txt")).toContain(bag.code);
    const whole = execFileSync("unzip", ["-p", zip], { encoding: "utf8" });
    for (const text of APART) expect(whole).not.toContain(text);

    // Nobody of the house reads a name in it: not in a row, a receipt, a notice or the log.
    const kept = await everything(world);
    for (const text of [NAME, "qzother", ...APART]) expect(kept.includes(text), text).toBe(false);
    const told = await world.fresh.store.read
      .select()
      .from(notices)
      .where(eq(notices.recordId, named.personId));
    expect(told.map(({ kind }) => kind)).toContain("identity_opened");
    const [decision] = await world.fresh.store.read
      .select({ snapshot: releaseDecisions.snapshot })
      .from(releaseDecisions)
      .where(eq(releaseDecisions.exportId, id));
    expect(JSON.stringify(decision)).toContain('"profile":"J1"');
    // What is told of a key leaves with no dossier.
    await approved(world, id);
    await fetched(id);
    const { id: next } = await aReleasedExportOf(named.testimonyId);
    const { dossier } = await world.ask("legal_officer", assembleDossier, {
      exportId: next,
      size: await signedSize(),
    });
    expect(dossier.auditEvents.join("\n")).not.toContain(id);
  });

  it("is for a key that age knows, and says so; the other half of one is told from it", async () => {
    const { testimonyId } = await aNameableTestimony(world);
    const { id: exportId } = await anApprovedExport(world, [testimonyId]);
    const { id: recipientId } = await aRecipient(world);
    const start = (typed: string) =>
      soundOf(
        world.do("legal_officer", startPseudonymKey, {
          exportId,
          recipientId,
          recipientKey: typed,
          language: "en",
          purpose: "for the judge",
        }),
      );
    expect(await start("age1qqqq")).toBe("Error: invalid input: recipientKey age_recipient");
    expect(await start(`${A_RECIPIENT_KEY.slice(0, -1)}q`)).toContain("recipientKey age_recipient");
    expect(await start("ssh-ed25519 AAAA")).toContain("recipientKey age_recipient");
    expect(await start(secret)).toBe("Error: invalid input: recipientKey age_secret");
  });

  it("is of a bag that both approved and that may still go, and of nobody's where nobody may be named", async () => {
    const { testimonyId, personId } = await aNameableTestimony(world);
    const ready = await aReadyExport(world, [testimonyId]);
    expect(await soundOf(aPseudonymKey(world, ready.id))).toBe("Conflict export.not_approved");
    await approved(world, ready.id);
    const { id: key } = await aPseudonymKey(world, ready.id);
    expect(await soundOf(aPseudonymKey(world, key))).toBe("Conflict pseudonymKey.of_a_key");
    const { id: ofNobody } = await anApprovedExport(world, [(await aReleasedTestimony(world)).id]);
    expect(await soundOf(aPseudonymKey(world, ofNobody))).toBe("Conflict pseudonymKey.nobody_named");
    await answered(world, personId, { icc_proceedings: "no" });
    expect(await soundOf(aPseudonymKey(world, ready.id))).toBe("Conflict export.consent_changed");
    await runJobs();
    expect(await look(key)).toMatchObject({ status: "failed", problem: "consent_changed" });
    await expect(
      world.fresh.directSql(`update case_exports set of_export_id = null where id = '${key}'`),
    ).rejects.toSatisfy((error) => ruleOfTrigger(error) === "release.stands");
  });
});

describe.runIf(dialect === "sqlite")("a key that was built", () => {
  it("is handed out once two others approved it, and by its own verb", async () => {
    const { key } = await aBuiltKey();
    const { sha256 } = await look(key);
    expect(await soundOf(fetched(key))).toBe("Conflict export.not_approved");
    expect(
      await soundOf(world.do("legal_officer", approveLegal, { exportId: key, sha256: sha256 ?? "" })),
    ).toBe("Refused export.second_person");
    await approved(world, key);
    expect(await soundOf(world.do("legal_officer", downloadExport, { exportId: key }))).toBe("NotFound");
    await fetched(key);
    expect((await look(key)).downloads).toBe(1);
  });

  it.each(["changed", "shredded", "withdrawn"] as const)(
    "is refused and destroyed once an identity in it was %s",
    async (how) => {
      const { key, personId, identityId } = await aBuiltKey();
      await approved(world, key);
      if (how === "changed")
        await world.do("investigator", amendIdentity, { identityId, seen: 1, name: "Rana Other" });
      else if (how === "shredded") await shredded(identityId);
      else {
        const foreseen = await world.ask("legal_officer", foreseeWithdrawal, { witnessId: personId });
        expect(foreseen.exports.map(({ id }) => id)).toContain(key);
        await answered(world, personId, { icc_proceedings: "no" });
      }
      expect(await soundOf(fetched(key))).toBe(
        how === "withdrawn" ? "Conflict export.consent_changed" : "Conflict pseudonymKey.changed",
      );
      await sweepBags();
      expect(existsSync(bagPath(world.fresh.folder, key))).toBe(false);
      expect(recordKeysOf(await system()).has(key)).toBe(false);
      expect((await look(key)).status).toBe("ready");
    },
  );

  it("exposes those whom it names, and stays while they are as they were", async () => {
    const { key, personId, identityId } = await aBuiltKey();
    await sweepBags();
    expect(existsSync(bagPath(world.fresh.folder, key))).toBe(true);
    const { rows } = await world.ask("protection_officer", listExposed, {
      caseId: world.caseId,
      exportId: key,
      page: {},
    });
    expect(rows.map(({ id }) => id)).toEqual([personId]);
    const looked = async (as: "protection_officer" | "investigator") =>
      (await world.ask(as, readIdentity, { personId })).keys;
    expect(await looked("protection_officer")).toMatchObject([{ key: { id: key, downloads: 0 } }]);
    expect(await looked("investigator")).toMatchObject([{ by: "Demo legal officer", key: null }]);
    const [last] = await world.fresh.store.read
      .select({ body: auditEvents.body })
      .from(auditEvents)
      .where(eq(auditEvents.act, "pseudonymKey.assemble"))
      .orderBy(desc(auditEvents.seq))
      .limit(1);
    expect((JSON.parse(last?.body ?? "{}") as AuditEvent).auth).toBe("job");
    const [row] = await world.fresh.store.read.select().from(caseExports).where(eq(caseExports.id, key));
    expect(row?.people).toEqual([{ personId, identityId, version: 1 }]);
  });
});

/** A witness who agreed to be named, of whom nobody recorded who they are. */
async function identified(kept: "anonymous" | "unknown"): Promise<string> {
  const { id } = await aWitness(world);
  await answered(world, id, { icc_proceedings: "identified" });
  if (kept === "anonymous") await world.do("investigator", stayAnonymous, { personId: id });
  return id;
}

const aReleasedExportOf = (testimonyId: string) => aReadyExport(world, [testimonyId]);

import { aProof } from "../testing/a-proof.ts";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Dossier } from "../dossier.ts";
import { aDossier } from "../testing/a-dossier.ts";
import { testLabels } from "../testing/labels.ts";
import { CHECK_WITH_PYTHON, CHECK_WITH_TOOLS } from "./cover.ts";
import { writeDossierBag, type DossierBag, type DossierProgress } from "./write-dossier.ts";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "attest-dossier-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (dossier: Dossier, name: string, onProgress?: (progress: DossierProgress) => void) =>
  writeDossierBag({
    dossier,
    proofs: aProof(),
    labels: testLabels,
    outputPath: join(folder, name),
    through: () => new PassThrough(),
    root,
    ...(onProgress ? { onProgress } : {}),
  });

describe("a dossier in a bag", () => {
  const steps: DossierProgress["step"][] = [];
  let bag: DossierBag;
  const inside = (path: string) => readFileSync(join(folder, "X-7Q2M", path), "utf8");

  beforeAll(async () => {
    bag = await write(aDossier(), "a.zip", ({ step }) => steps.push(step));
    execFileSync("unzip", ["-q", join(folder, "a.zip"), "-d", folder]);
  });

  it("holds the dossier itself, tables, PDF volumes in both languages, audit events and a cover", () => {
    expect(bag.volumes).toBe(2);
    for (const path of [
      "data/00-cover/README.txt",
      "data/audit/events.jsonl",
      "data/dossier.json",
      "data/pdf/TR-RUMMAN_X-7Q2M_ar_1-of-1.pdf",
      "data/pdf/TR-RUMMAN_X-7Q2M_en_1-of-1.pdf",
      "data/tables/README.txt",
      "data/tables/contradictions.csv",
      "data/tables/findings.csv",
    ]) {
      expect(bag.files).toContain(path);
    }
    expect(Dossier.parse(JSON.parse(inside("data/dossier.json")))).toEqual(aDossier());
    expect(inside("data/audit/events.jsonl").trim().split("\n")).toEqual(aDossier().auditEvents);
  });

  it("is valid for the independent checker", () => {
    const run = spawnSync("python3", [join(root, "docs/verify/check-bag.py"), join(folder, "a.zip")], {
      encoding: "utf8",
    });
    expect(run.stdout).toMatch(/^VALID/);
    expect(run.status).toBe(0);
  });

  it("meets its published profile", () => {
    const profile = JSON.parse(readFileSync(join(root, "docs/verify/bagit-profile.json"), "utf8")) as {
      "Bag-Info": Record<string, { required: boolean; values?: string[] }>;
      "Manifests-Required": string[];
      "Tag-Manifests-Required": string[];
    };
    const info = new Map(
      inside("bag-info.txt")
        .trim()
        .split("\n")
        .map((line): [string, string] => [line.split(": ")[0] ?? "", line.slice(line.indexOf(": ") + 2)]),
    );
    for (const [label, { required, values }] of Object.entries(profile["Bag-Info"])) {
      if (required) expect(info.has(label), label).toBe(true);
      if (values && info.has(label)) expect(values).toContain(info.get(label));
    }
    for (const algorithm of profile["Manifests-Required"])
      expect(bag.files).toContain(`manifest-${algorithm}.txt`);
    for (const algorithm of profile["Tag-Manifests-Required"])
      expect(bag.files).toContain(`tagmanifest-${algorithm}.txt`);
    expect(bag.files).not.toContain("fetch.txt");
  });

  it("says in its cover, in both languages, how to check it, and the commands it gives work", () => {
    const cover = inside("data/00-cover/README.txt");
    for (const part of [
      "Case dossier: export X-7Q2M",
      "ملف القضية",
      "not findings of guilt",
      "Identities of witnesses are not part",
    ]) {
      expect(cover).toContain(part);
    }
    const written = (command: string) =>
      command
        .split("\n")
        .map((line) => (line === "" ? "" : `    ${line}`))
        .join("\n");
    for (const command of [...CHECK_WITH_TOOLS, CHECK_WITH_PYTHON]) {
      expect(cover).toContain(written(command));
      const run = spawnSync("sh", ["-c", command], { cwd: join(folder, "X-7Q2M"), encoding: "utf8" });
      expect(run.status, run.stderr).toBe(0);
    }
  });

  it("is the same to the byte when it is written again, whatever the order of its keys", async () => {
    const reordered = Object.fromEntries(Object.entries(aDossier()).toReversed()) as Dossier;
    expect(await write(reordered, "b.zip")).toEqual(bag);
    expect(readFileSync(join(folder, "a.zip")).equals(readFileSync(join(folder, "b.zip")))).toBe(true);
  });

  it("tells how far it is", () => {
    expect(steps.at(0)).toBe("checking");
    expect(steps.filter((step) => step === "pdf").length).toBeGreaterThanOrEqual(4);
    expect(steps.slice(-2)).toEqual(["packing", "finished"]);
  });

  it("is not written when the dossier is malformed or refers to what it does not hold; the message names codes only", async () => {
    const dead = aDossier({ incidents: [] });
    await expect(write(dead, "c.zip")).rejects.toThrow(
      /I-RUM, which is neither among the incidents nor withheld/,
    );
    const malformed = { ...aDossier(), secret: "narrative" } as unknown as Dossier;
    await expect(write(malformed, "c.zip")).rejects.toThrow(/malformed/);
    await expect(write(malformed, "c.zip")).rejects.not.toThrow(/narrative/);
    expect(readdirSync(folder).filter((name) => name.startsWith("c.zip"))).toEqual([]);
  });
});

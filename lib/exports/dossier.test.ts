import { describe, expect, it } from "vitest";
import { Dossier } from "./dossier.ts";
import { dossierFaults } from "./rules/faults.ts";
import { aDossier } from "./testing/a-dossier.ts";

const withFirstFinding = (changes: object) => {
  const { findings } = aDossier();
  return {
    ...aDossier(),
    findings: findings.map((finding, index) => (index === 0 ? { ...finding, ...changes } : finding)),
  };
};

describe("a dossier", () => {
  it("of the invented case is well formed and sound", () => {
    expect(Dossier.parse(aDossier())).toEqual(aDossier());
    expect(dossierFaults(aDossier())).toEqual([]);
  });

  it("has no room for a field that nobody decided to hand over", () => {
    const [first] = aDossier().testimonies;
    const named = { ...aDossier(), testimonies: [{ ...first, witnessName: "somebody" }] };
    expect(Dossier.safeParse(named).success).toBe(false);
  });

  it("holds no level above its ceiling unless it is marked as an override", () => {
    expect(Dossier.safeParse(withFirstFinding({ level: 5 })).success).toBe(false);
    expect(Dossier.safeParse(withFirstFinding({ level: 5, override: true })).success).toBe(true);
  });

  it("speaks of reasonable grounds from level 4 on only", () => {
    expect(Dossier.safeParse(withFirstFinding({ level: 3 })).success).toBe(false);
    expect(
      Dossier.safeParse(withFirstFinding({ level: 3, standardOfProof: "reasonable_suspicion" })).success,
    ).toBe(true);
  });

  it("takes audit events as single lines of JSON", () => {
    expect(Dossier.safeParse(aDossier({ auditEvents: ['{"seq":1}\n{"seq":2}'] })).success).toBe(false);
    expect(Dossier.safeParse(aDossier({ auditEvents: ["seq 1"] })).success).toBe(false);
  });

  it("cannot take a code that would leave the folder it names", () => {
    const { export: order } = aDossier();
    for (const code of ["../X", "X/1", "X.1", ".."]) {
      expect(Dossier.safeParse(aDossier({ export: { ...order, code } })).success).toBe(false);
    }
  });
});

describe("the faults of a dossier", () => {
  it("name a reference that leads nowhere, and accept one to a withheld record", () => {
    const { incidents, withheld } = aDossier();
    const without = aDossier({ incidents: incidents.filter(({ code }) => code !== "I-SIN") });
    expect(dossierFaults(without)).toContain(
      "AL-HELD refers to I-SIN, which is neither among the incidents nor withheld",
    );
    const kept = [
      ...withheld,
      { kind: "incident", code: "I-SIN", rule: "protection", changeableBy: "protection_officer" } as const,
    ];
    expect(dossierFaults({ ...without, withheld: kept })).toEqual([]);
  });

  it("name a code that two records share, and two paragraphs of one number", () => {
    const { sources, testimonies } = aDossier();
    expect(dossierFaults(aDossier({ sources: [...sources, ...sources.slice(0, 1)] }))).toContain(
      "S-LETTER is the code of two records",
    );
    const twice = testimonies.map((it) => ({
      ...it,
      paragraphs: [...it.paragraphs, ...it.paragraphs.slice(0, 1)],
    }));
    expect(dossierFaults(aDossier({ testimonies: twice }))).toContain(
      "T-4F7K has two paragraphs of one number",
    );
  });
});

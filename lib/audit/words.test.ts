import { invitationKinds, provenFactors } from "#db/schema/access.ts";
import { emergencyVerdicts } from "#db/schema/emergencies.ts";
import { deletionGrounds } from "#db/schema/retention.ts";
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOCALES } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { commands, queries } from "#lib/registry.ts";
import {
  actWords,
  authWords,
  chainFaults,
  decisions,
  decisionWords,
  faultWords,
  reasonWords,
  rowFaults,
  rowFaultWords,
  verdicts,
} from "./vocabulary.ts";

const catalogues = LOCALES.map(
  (locale) => [locale, translatorFor(locale, "audit"), translatorFor(locale, "problems")] as const,
);

describe.each(catalogues)("the words of the log in %s", (_, t, problems) => {
  it("name every act that an entry can be about: all verbs, and all questions, since a refused one is an entry too", () => {
    const acts = [...commands, ...queries].map(({ name }) => name);
    expect(acts.length).toBeGreaterThan(50);
    expect(
      [...acts, "audit.nightly", "clock.adjust", "notFound.count"].filter((act) => actWords(t, act) === act),
    ).toEqual([]);
    expect(actWords(t, "act.unheard")).toBe("act.unheard");
  });

  it("name each act apart from every other", () => {
    const named = [...commands, ...queries].map(({ name }) => actWords(t, name));
    expect(named.filter((words, n) => named.indexOf(words) !== n)).toEqual([]);
  });

  it("name every rule by which somebody is refused", () => {
    const sources = globSync("lib/**/*.ts").filter((file) => !file.endsWith(".test.ts"));
    const thrown = sources.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/new Refused\("([\w.]+)"\)/g)].map(([, rule]) => rule!),
    );
    expect(thrown).toContain("role.missing");
    const rules = [...new Set([...thrown, "not_found"])];
    expect(rules.filter((rule) => !t.has(`rules.${rule}`) && !problems.has(`rule.${rule}`))).toEqual([]);
  });

  it("say every reason that an entry may have from a list: of factors, invitations, emergencies, ends of work and of signing", () => {
    const signer = ["key_missing", "key_other", "departs", "forged", "broken"];
    const ended = ["here", "one", "everywhere", "done", "handed_back"];
    const kinds = [...provenFactors, ...invitationKinds, ...emergencyVerdicts, ...deletionGrounds];
    const reasons = [...signer, ...ended, ...kinds];
    expect(reasons.filter((reason) => reasonWords(t, reason) === reason)).toEqual([]);
  });

  it("say what a check found, how people proved who they are, and why names were shown", () => {
    const said: [string, string][] = [
      ...chainFaults.map((why): [string, string] => [why, faultWords(t, why)]),
      ...rowFaults.map((why): [string, string] => [why, rowFaultWords(t, why)]),
      ...[...verdicts, "names_shown"].map((reason): [string, string] => [reason, reasonWords(t, reason)]),
      ...decisions.map((decision): [string, string] => [decision, decisionWords(t, decision)]),
      ...["password", "terminal", "job", "setup"].map((auth): [string, string] => [auth, authWords(t, auth)]),
      ["blind", t("blind")],
    ];
    expect(said.filter(([code, words]) => words === code || words.includes("⟦"))).toEqual([]);
    expect(new Set(said.map(([, words]) => words)).size).toBe(said.length);
  });
});

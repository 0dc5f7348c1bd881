import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { takesFindings } from "#lib/codebook/vocabulary.ts";
import { DETERMINATION_LEVELS, TESTIMONY_CORROBORATIONS } from "#lib/corroboration/vocabulary.ts";
import { needsSecondApprover, reachesStandard } from "#lib/corroboration/rules/finding-status.ts";
import { violationGroup } from "#lib/codebook/violations.ts";
import { TrainingCase, type TrainingPerson } from "./schema.ts";

const FILE = new URL("../../../db/seed/training-wadi-narin.json", import.meta.url);
const raw: unknown = JSON.parse(readFileSync(FILE, "utf8"));
const training = TrainingCase.parse(raw);
const { testimonies, statements, allegations, evidence, findings, expected } = training;

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

type Testimony = TrainingCase["testimonies"][number];
type Finding = TrainingCase["findings"][number];

/** The record of a key; a key of nothing fails the test that asks. */
function byKey<T extends { key: string }>(records: readonly T[], key: string): T {
  const found = records.find((record) => record.key === key);
  if (!found) throw new Error(`No record has the key ${key}.`);
  return found;
}

/** Paragraph number → text, as it stands at the end of the path. */
function paragraphsAtTheEnd({
  paragraphs,
  path,
}: Pick<Testimony, "paragraphs" | "path">): Map<number, Testimony["paragraphs"][number]> {
  const texts = new Map(paragraphs.map((text, i) => [i + 1, text]));
  for (const step of path) {
    if (step.do === "amend") for (const { number, ...text } of step.paragraphs) texts.set(number, text);
  }
  return texts;
}

/** Where a testimony's path ends; throws at a step that is not open from where it stands. */
function stageAtTheEnd({ key, path }: Testimony): string {
  const moves: Record<string, Record<string, string>> = {
    draft: { submit: "submitted" },
    submitted: { return: "returned", accept: "accepted" },
    returned: { amend: "draft" },
    accepted: { amend: "draft", retract: "retracted" },
  };
  return path.reduce((stage, step) => {
    const next = moves[stage]?.[step.do];
    if (!next) throw new Error(`${key}: ${step.do} is not open from ${stage}.`);
    return next;
  }, "draft");
}

/** Everyone who may not judge what this testimony says. */
function makersOf({ author, people }: Testimony): Set<TrainingPerson> {
  const made = people.filter(({ role }) => role === "interviewer" || role === "interpreter");
  return new Set([author, ...made.flatMap(({ person }) => person ?? [])]);
}

function linksOf({ allegation, facet }: Finding) {
  return evidence.filter((link) => link.allegation === allegation && link.facets.includes(facet));
}

describe("the file", () => {
  test("is an invented training case that says so in both languages", () => {
    expect(training.case.title).toEqual({ en: "Training: Wadi Narin", ar: "تدريب: وادي نارين" });
    expect(training.case.summary).toContain("invented");
    expect(training.case.summary).toContain("مُتخيَّلة");
  });

  test("refuses a field that it does not know", () => {
    expect(TrainingCase.safeParse({ ...training, witnessNames: [] }).success).toBe(false);
  });

  test("uses each key once", () => {
    const { sources, places, actors, witnesses, victims, incidents, figures, media, proceedings } = training;
    const all = [
      sources,
      places,
      actors,
      witnesses,
      victims,
      incidents,
      testimonies,
      statements,
      allegations,
    ];
    const keys = [...all, figures, media, proceedings].flat().map(({ key }) => key);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  test("names only records that it holds", () => {
    const { sources, places, actors, witnesses, victims, incidents, figures, media, proceedings } = training;
    const named: [readonly { key: string }[], (string | undefined)[]][] = [
      [
        sources,
        [
          ...testimonies.map(({ source }) => source),
          ...figures.flatMap((figure) => [figure.source, figure.reportedVia]),
          ...media.flatMap((item) => [
            ...item.circulatedBy,
            ...item.verifications.map(({ source }) => source),
          ]),
          ...proceedings.flatMap((proceeding) => proceeding.sources),
        ],
      ],
      [
        places,
        [
          ...places.map(({ parent }) => parent),
          ...incidents.flatMap((incident) => incident.places),
          ...testimonies.map(({ takenPlace }) => takenPlace),
          ...[...allegations, ...figures].map(({ place }) => place),
          ...media.flatMap((item) => item.places),
        ],
      ],
      [
        actors,
        [
          ...actors.map(({ parent }) => parent),
          ...testimonies.flatMap(({ links }) => links.suspects.map(({ actor }) => actor)),
          ...allegations.map(({ actor }) => actor),
          ...proceedings.map(({ body }) => body),
        ],
      ],
      [
        incidents,
        [
          ...incidents.map(({ parent }) => parent),
          ...testimonies.flatMap(({ links }) => links.incidents.map(({ incident }) => incident)),
          ...[...allegations, ...figures].map(({ incident }) => incident),
          ...[...media, ...proceedings].flatMap((record) => record.incidents),
        ],
      ],
      [witnesses, testimonies.map(({ witness }) => witness)],
      [victims, allegations.map(({ victim }) => victim)],
      [testimonies, [...statements.map(({ testimony }) => testimony), ...Object.keys(expected.testimonies)]],
      [media, statements.map((statement) => statement.media)],
      [figures, [...statements.map(({ figure }) => figure), ...proceedings.flatMap((p) => p.figures)]],
      [statements, [...evidence.map((l) => l.statement), ...training.dependencies.flatMap((d) => d.between)]],
      [allegations, [...evidence, ...findings].map(({ allegation }) => allegation)],
    ];
    for (const [records, keys] of named) {
      const known = new Set(records.map(({ key }) => key));
      expect(keys.filter((key) => key !== undefined && !known.has(key))).toEqual([]);
    }
  });

  test("cuts each statement from one thing, and from paragraphs that exist", () => {
    const origins = statements.map(({ testimony, media, figure }) =>
      [testimony, media, figure].filter(Boolean),
    );
    expect(origins.filter((origin) => origin.length !== 1)).toEqual([]);
    const missing = statements.filter(({ testimony, paragraphs }) => {
      if (!testimony || paragraphs === "all") return false;
      const texts = paragraphsAtTheEnd(byKey(testimonies, testimony));
      return paragraphs.some((number) => !texts.has(number));
    });
    expect(missing).toEqual([]);
  });

  test("links a statement to a facet once, and only statements of testimonies that were accepted", () => {
    const links = evidence.flatMap((link) =>
      link.facets.map((facet) => `${link.statement} ${link.allegation}/${facet}`),
    );
    expect(links.toSorted()).toEqual([...new Set(links)].toSorted());
    const cutFrom = statements.flatMap(({ testimony }) => (testimony ? [byKey(testimonies, testimony)] : []));
    expect(cutFrom.filter(({ path }) => !path.some((step) => step.do === "accept"))).toEqual([]);
  });

  test("makes no allegation in an umbrella or a pattern", () => {
    for (const { incident } of allegations) {
      expect(takesFindings(byKey(training.incidents, incident).recordKind)).toBe(true);
    }
  });
});

describe("the testimonies", () => {
  test("are thirteen, in two languages, of four to nine paragraphs", () => {
    expect(testimonies).toHaveLength(13);
    const of = (original: string, translation: string | null) =>
      testimonies.filter(
        (t) => t.originalLanguage === original && (t.translation?.language ?? null) === translation,
      ).length;
    expect(of("ar", "en")).toBeGreaterThanOrEqual(7);
    expect(of("ar", null)).toBe(1);
    expect(of("en", "ar")).toBe(1);
    expect(of("en", "ar") + of("en", null)).toBeGreaterThanOrEqual(3);
    for (const testimony of testimonies) {
      const texts = paragraphsAtTheEnd(testimony);
      expect([...texts.keys()].toSorted((a, b) => a - b)).toEqual([...texts.keys()].map((_, i) => i + 1));
      expect(texts.size).toBeLessThanOrEqual(9);
    }
  });

  test("have each text in its own script, and a translation for every paragraph or for none", () => {
    const isIn = (text: string, language: string) =>
      language === "ar" ? ARABIC.test(text) && !LATIN.test(text) : LATIN.test(text) && !ARABIC.test(text);
    for (const { originalLanguage, translation: translated, ...testimony } of testimonies) {
      const faulty = [...paragraphsAtTheEnd(testimony).values()].filter(({ original, translation }) => {
        if (!isIn(original, originalLanguage)) return true;
        if (translation === null || translated === null) return translation !== translated;
        return !isIn(translation, translated.language);
      });
      expect(faulty).toEqual([]);
    }
  });

  test("are by a witness, or published by a source", () => {
    const isPublished = (testimony: Testimony) => testimony.kind === "published_account";
    const faulty = testimonies.filter((testimony) =>
      isPublished(testimony)
        ? testimony.witness !== undefined || testimony.source === undefined
        : testimony.witness === undefined || testimony.source !== undefined,
    );
    expect(faulty).toEqual([]);
    expect(testimonies.filter(isPublished)).not.toEqual([]);
  });

  test("end where the file says, and show every stage", () => {
    const ends = Object.fromEntries(
      testimonies.map((testimony) => [testimony.key, stageAtTheEnd(testimony)]),
    );
    expect(ends).toEqual(expected.stages);
    const shown = ["accepted", "draft", "retracted", "returned", "submitted"];
    expect([...new Set(Object.values(ends))].toSorted()).toEqual(shown);
  });

  test("are never judged by who made them", () => {
    for (const testimony of testimonies) {
      const judges = testimony.path.flatMap((step) =>
        step.do === "accept" || step.do === "return" ? [step.by] : [],
      );
      expect(judges.filter((judge) => makersOf(testimony).has(judge))).toEqual([]);
      for (const judge of judges)
        expect(["reviewer", "senior_reviewer"]).toContain(training.people[judge].role);
      expect(training.people[testimony.author].role).toBe("investigator");
    }
  });

  test("show every answer on export, and a contamination question that was not put", () => {
    const answers = new Set(testimonies.map(({ consent }) => consent.export));
    expect([...answers].toSorted()).toEqual(["no", "not_asked", "not_needed", "yes"]);
    expect(testimonies.some(({ contamination }) => contamination === "not_asked")).toBe(true);
  });
});

describe("the findings", () => {
  test("are approved by people who neither made nor linked what they rest on", () => {
    for (const finding of findings) {
      const links = linksOf(finding);
      const makers = new Set([finding.author, ...links.map(({ author }) => author)]);
      for (const link of links) {
        const { testimony } = byKey(statements, link.statement);
        if (testimony) for (const maker of makersOf(byKey(testimonies, testimony))) makers.add(maker);
      }
      const judges = finding.path.flatMap((step) => ("by" in step && step.do !== "contest" ? [step.by] : []));
      expect(
        judges.filter((judge) => makers.has(judge)),
        `${finding.allegation}/${finding.facet}`,
      ).toEqual([]);
      for (const judge of judges)
        expect(["reviewer", "senior_reviewer"]).toContain(training.people[judge].role);
      expect(training.people[finding.author].role).toBe("investigator");
    }
  });

  test("are returned and approved by the one who took them up, and seconded by another where that is needed", () => {
    for (const finding of findings) {
      const by = (verb: string) =>
        finding.path.flatMap((step) => (step.do === verb && "by" in step ? [step.by] : []));
      const [taken] = by("take");
      for (const judge of [...by("approve"), ...by("return")]) expect(judge).toBe(taken);
      expect(by("second")).not.toContain(taken);
      const { violation, childConcerned } = byKey(allegations, finding.allegation);
      const stakes = { ...finding, violationGroup: violationGroup(violation), childConcerned };
      const needed = needsSecondApprover({ ...stakes, refuted: false, tollChange: false });
      expect(by("second")).toHaveLength(by("approve").length > 0 && needed ? 1 : 0);
    }
    expect(findings.some(({ path }) => path.some((step) => step.do === "second"))).toBe(true);
  });

  test("stay at or below the ceiling, give a standard that the level reaches, and log the contrary search", () => {
    for (const { allegation, facet, determination, standard, contrarySearch } of findings) {
      expect(determination).toBeLessThanOrEqual(expected.ceilings[`${allegation}/${facet}`] ?? -1);
      expect(reachesStandard(determination, standard)).toBe(true);
      expect(contrarySearch.answer).toBe("yes");
    }
  });
});

describe("the expectations", () => {
  test("name every facet that has evidence, and no other", () => {
    const linked = evidence.flatMap(({ allegation, facets }) =>
      facets.map((facet) => `${allegation}/${facet}`),
    );
    expect(Object.keys(expected.ceilings).toSorted()).toEqual([...new Set(linked)].toSorted());
  });

  test("show every corroboration status, and every level but the strongest", () => {
    const statuses = new Set(Object.values(expected.testimonies));
    expect([...statuses].toSorted()).toEqual(TESTIMONY_CORROBORATIONS.toSorted());
    const levels = new Set(Object.values(expected.ceilings));
    expect([...levels].toSorted((a, b) => a - b)).toEqual(DETERMINATION_LEVELS.filter((level) => level < 5));
  });
});

describe("the tolls", () => {
  test("differ in scope, so that neither can be set against the other", () => {
    const killed = training.figures.filter(({ outcome }) => outcome === "killed");
    expect(killed).toHaveLength(2);
    for (const scope of ["source", "scope", "place", "period", "category", "min"] as const) {
      expect(killed[0]?.[scope]).not.toEqual(killed[1]?.[scope]);
    }
    const linkedAs = (figure: string) =>
      evidence
        .filter((link) => byKey(statements, link.statement).figure === figure)
        .map(({ stance }) => stance);
    expect(linkedAs("fig_committee_killed")).toEqual(["context"]);
  });
});

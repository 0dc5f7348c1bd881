import { type LinkKind, linkKindSpec } from "#lib/links/vocabulary.ts";
import type { Dossier } from "../../dossier.ts";
import type { Reading } from "./reading.ts";
import {
  body,
  code,
  codes,
  facts,
  line,
  muted,
  plain,
  type RecordView,
  type SectionView,
  type TableBlock,
  type Value,
} from "./view.ts";

type Figure = Dossier["figures"][number];

/** A section that is one table: its id and its three texts. */
function tableSection(
  id: string,
  [title, intro, empty]: [string, string, string],
  table: TableBlock,
): SectionView {
  return { id, title, opensPage: false, intro: [intro], empty, records: [], table };
}

/** Count claims as published: one row each, no total. */
export function figureSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return tableSection(
    "figures",
    [words.say("figures.title"), words.say("figures.intro"), words.say("figures.empty")],
    {
      kind: "table",
      columns: [
        { head: words.say("fields.figure"), share: 3 },
        { head: words.say("fields.value"), share: 3 },
        { head: words.say("fields.counted"), share: 5 },
        { head: words.say("fields.scope"), share: 6 },
        { head: words.say("fields.source"), share: 4 },
      ],
      rows: dossier.figures.map((figure) => [
        codes([figure.code]),
        [[plain(valueOf(reading, figure))], [muted(words.term("figureCertainty", figure.certainty))]],
        [
          [
            plain(words.term("figureCategory", figure.category)),
            muted(` · ${words.term("figureOutcome", figure.outcome)}`),
          ],
          [muted(words.term("figureUnit", figure.unit))],
          ...line(figure.wording),
        ],
        scopeOf(reading, figure),
        [
          reading.refer(figure.sourceCode),
          ...(figure.reportedViaCode === null
            ? []
            : [[muted(`${words.say("reportedVia")} `), ...reading.refer(figure.reportedViaCode)]]),
        ],
      ]),
    },
  );
}

function valueOf({ words }: Reading, { min, max, minExclusive, valueText }: Figure): string {
  if (min === null && max === null) return valueText ?? words.say("noNumber");
  if (min !== null && min === max) return String(min);
  if (min !== null && max !== null) return words.say("value.between", { min, max });
  if (min !== null) return words.say(minExclusive ? "value.moreThan" : "value.atLeast", { min });
  return words.say("value.upTo", { max: max ?? "" });
}

function scopeOf(reading: Reading, figure: Figure): Value {
  const { words } = reading;
  return [
    [plain(words.term("figureScope", figure.scope))],
    ...(figure.incidentCode === null ? [] : [reading.refer(figure.incidentCode)]),
    ...(figure.placeCode === null ? [] : [reading.refer(figure.placeCode)]),
    ...(figure.period === null ? [] : [[muted(words.say("period", { date: words.date(figure.period) }))]]),
    ...(figure.asOf === null ? [] : [[muted(words.say("asOf", { date: words.date(figure.asOf) }))]]),
    [muted(words.say("attributedTo", { side: words.term("side", figure.attributedTo) }))],
  ];
}

/** Media that others hold: described here, never shown. */
export function mediaSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return {
    id: "media",
    title: words.say("media.title"),
    opensPage: false,
    intro: [words.say("media.intro")],
    empty: words.say("media.empty"),
    records: dossier.media.map((item): RecordView => ({
      code: item.code,
      title: [plain(item.title)],
      aside: null,
      badges: [{ text: words.say("media.badge"), tone: "open" }],
      blocks: [
        facts([
          [words.say("fields.kind"), words.term("mediaKind", item.kind)],
          [
            words.say("fields.circulated"),
            item.circulated === null ? null : reading.when({ edtf: item.circulated, wording: null }),
          ],
          [words.say("fields.circulatedBy"), reading.referAll(item.circulatedByCodes)],
          [words.say("fields.incidents"), reading.referAll(item.incidentCodes)],
          [words.say("fields.where"), reading.referAll(item.placeCodes)],
          [
            words.say("fields.reportedVerifications"),
            item.reportedVerifications.map(({ sourceCode, state, note }) => [
              ...reading.refer(sourceCode),
              muted(` · ${words.term("reportedVerification", state)}`),
              ...(note === null ? [] : [muted(` · ${note}`)]),
            ]),
          ],
        ]),
        { kind: "prose", paragraphs: body(item.description) },
      ],
    })),
    table: null,
  };
}

/** What courts, inquiries and others are reported to have done or said. */
export function proceedingSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return {
    id: "proceedings",
    title: words.say("proceedings.title"),
    opensPage: false,
    intro: [words.say("proceedings.intro")],
    empty: words.say("proceedings.empty"),
    records: dossier.proceedings.map((item): RecordView => ({
      code: item.code,
      title: [plain(item.title)],
      aside: null,
      badges: [],
      blocks: [
        facts([
          [
            words.say("fields.kind"),
            words.term(item.family === "response" ? "responseKind" : "proceedingKind", item.kind),
          ],
          [words.say("fields.when"), reading.when(item.when)],
          [words.say("fields.body"), item.bodyCode === null ? null : [reading.refer(item.bodyCode)]],
          [
            words.say("fields.status"),
            item.status === null
              ? null
              : words.term(item.family === "response" ? "responseStatus" : "proceedingStatus", item.status),
          ],
          [words.say("fields.incidents"), reading.referAll(item.incidentCodes)],
          [words.say("fields.source"), reading.referAll(item.sourceCodes)],
        ]),
        { kind: "prose", paragraphs: body(item.summary) },
      ],
    })),
    table: null,
  };
}

export function placeSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return tableSection(
    "places",
    [words.say("places.title"), words.say("places.intro"), words.say("places.empty")],
    {
      kind: "table",
      columns: [
        { head: words.say("fields.place"), share: 3 },
        { head: words.say("fields.name"), share: 7 },
        { head: words.say("fields.kind"), share: 4 },
        { head: words.say("fields.precision"), share: 4 },
        { head: words.say("fields.partOf"), share: 5 },
      ],
      rows: dossier.places.map((place) => [
        codes([place.code]),
        [
          reading.named(place),
          ...(place.otherNames.length === 0 ? [] : [[muted(place.otherNames.join(" · "))]]),
        ],
        line(words.term("placeKind", place.kind)),
        line(words.term("placePrecision", place.precision)),
        place.parentCode === null ? [] : [reading.refer(place.parentCode)],
      ]),
    },
  );
}

export function sourceSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return tableSection(
    "sources",
    [words.say("sources.title"), words.say("sources.intro"), words.say("sources.empty")],
    {
      kind: "table",
      columns: [
        { head: words.say("fields.source"), share: 3 },
        { head: words.say("fields.name"), share: 6 },
        { head: words.say("fields.kind"), share: 4 },
        { head: words.say("fields.reliability"), share: 5 },
        { head: words.say("fields.note"), share: 6 },
      ],
      rows: dossier.sources.map((source) => [
        codes([source.code]),
        [reading.named(source)],
        line(words.term("sourceKind", source.kind)),
        source.reliability === null
          ? line(words.say("notGraded"))
          : [
              [
                code(source.reliability.grade),
                plain(` ${words.term("reliability", source.reliability.grade)}`),
              ],
              [muted(words.say("gradedOn", { date: words.day(source.reliability.gradedAt) }))],
            ],
        source.note === null ? [] : line(source.note),
      ]),
    },
  );
}

/** How registers refer to each other, as far as no other part of the dossier says it. */
export function linkSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return tableSection(
    "links",
    [words.say("links.title"), words.say("links.intro"), words.say("links.empty")],
    {
      kind: "table",
      columns: [
        { head: words.say("fields.record"), share: 6 },
        { head: words.say("fields.relation"), share: 4 },
        { head: words.say("fields.otherRecord"), share: 6 },
        { head: words.say("fields.basisOfLink"), share: 6 },
      ],
      rows: dossier.links
        .filter(({ kind }) => !SHOWN_ELSEWHERE.has(kind))
        .map((link) => [
          [reading.refer(link.fromCode)],
          line(relationOf(reading, link)),
          [reading.refer(link.toCode)],
          [
            ...(link.basis === null && link.note === null ? [] : reading.grounds(link)),
            ...(link.sourceCode === null ? [] : [reading.refer(link.sourceCode)]),
          ],
        ]),
    },
  );
}

/** Links that stand with one of their records. */
const SHOWN_ELSEWHERE: ReadonlySet<LinkKind> = new Set([
  "testimony_incident",
  "testimony_suspect",
  "incident_suspect",
  "incident_place",
  "media_incident",
  "media_place",
  "proceeding_incident",
  "proceeding_source",
]);

function relationOf({ words }: Reading, { kind, role }: Dossier["links"][number]): string {
  const { roleWords } = linkKindSpec(kind);
  return role === null || roleWords === null ? words.say("links.concerns") : words.term(roleWords, role);
}

/** What was kept back, by which rule, and who could change that. */
export function withheldSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return tableSection(
    "withheld",
    [words.say("withheld.title"), words.say("withheld.intro"), words.say("withheld.empty")],
    {
      kind: "table",
      columns: [
        { head: words.say("fields.record"), share: 4 },
        { head: words.say("fields.kind"), share: 4 },
        { head: words.say("fields.rule"), share: 8 },
        { head: words.say("fields.changeableBy"), share: 5 },
      ],
      rows: dossier.withheld.map((item) => [
        codes([item.code]),
        line(words.say(`withheldKind.${item.kind}`)),
        [...line(words.maybe(`withheldRule.${item.rule}`) ?? item.rule), [code(item.rule)]],
        line(words.maybe(`roles.${item.changeableBy}`) ?? item.changeableBy),
      ]),
    },
  );
}

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
  type Block,
  type RecordView,
  type SectionView,
  type TableBlock,
  type Value,
} from "./view.ts";

type Statement = Dossier["statements"][number];

/** Claims cut from one account, media item or figure. */
export function statementTable({ words }: Reading, statements: readonly Statement[]): TableBlock {
  return {
    kind: "table",
    columns: [
      { head: words.say("fields.statement"), share: 3 },
      { head: words.say("fields.paragraphs"), share: 3 },
      { head: words.say("fields.claim"), share: 8 },
      { head: words.say("fields.knowledge"), share: 4 },
      { head: words.say("fields.plausibility"), share: 3 },
    ],
    rows: statements.map((statement) => [
      [[code(statement.code)]],
      line(statement.paragraphs === null ? words.say("wholeText") : statement.paragraphs.join(", ")),
      line(statement.claim),
      [[code(statement.basis), plain(` ${words.term("basis", statement.basis)}`)]],
      line(
        statement.plausibility === null
          ? words.say("notGraded")
          : `${statement.plausibility} ${words.term("plausibility", String(statement.plausibility))}`,
      ),
    ]),
  };
}

/** Statements cut from media items and figures; those of testimonies stand under their testimony. */
export function otherStatementSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  const statements = dossier.statements.filter(({ from }) => from.kind !== "testimony");
  return {
    id: "statements",
    title: words.say("statements.title"),
    opensPage: false,
    intro: [words.say("statements.intro")],
    empty: words.say("statements.empty"),
    records: [],
    table: {
      kind: "table",
      columns: [
        { head: words.say("fields.statement"), share: 3 },
        { head: words.say("fields.cutFrom"), share: 5 },
        { head: words.say("fields.claim"), share: 7 },
        { head: words.say("fields.knowledge"), share: 4 },
      ],
      rows: statements.map((statement) => [
        [[code(statement.code)]],
        [reading.refer(statement.from.code)],
        line(statement.claim),
        [[code(statement.basis), plain(` ${words.term("basis", statement.basis)}`)]],
      ]),
    },
  };
}

/** Everything said against an allegation, open ones first; present even when there is nothing. */
export function contradictionSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  const open = dossier.contradictions.filter(({ resolution }) => resolution === null);
  const resolved = dossier.contradictions.filter(({ resolution }) => resolution !== null);
  return {
    id: "contradictions",
    title: words.say("contradictions.title"),
    opensPage: true,
    intro: [words.say("contradictions.intro")],
    empty: words.say("contradictions.empty"),
    records: [...open, ...resolved].map((contradiction) => contradictionRecord(reading, contradiction)),
    table: null,
  };
}

function contradictionRecord(reading: Reading, contradiction: Dossier["contradictions"][number]): RecordView {
  const { words, dossier } = reading;
  const { resolution } = contradiction;
  const statement = dossier.statements.find(({ code: own }) => own === contradiction.statementCode);
  return {
    code: contradiction.code,
    title: [
      plain(words.say("contradictions.against", { facet: words.term("facet", contradiction.facet) })),
      muted(" · "),
      code(contradiction.allegationCode),
    ],
    aside: null,
    badges: [
      resolution === null
        ? { text: words.say("contradictions.open"), tone: "warning" }
        : { text: words.say("contradictions.resolved"), tone: "neutral" },
    ],
    blocks: [
      facts([
        [words.say("fields.statement"), [reading.refer(contradiction.statementCode)]],
        [words.say("fields.cutFrom"), statement === undefined ? null : cutFrom(reading, statement)],
        [words.say("fields.allegation"), [reading.refer(contradiction.allegationCode)]],
        [words.say("fields.facet"), words.term("facet", contradiction.facet)],
      ]),
      { kind: "prose", paragraphs: body(contradiction.rationale) },
      ...(resolution === null ? [] : resolutionBlocks(reading, resolution)),
    ],
  };
}

function resolutionBlocks(
  reading: Reading,
  resolution: NonNullable<Dossier["contradictions"][number]["resolution"]>,
): Block[] {
  const { words } = reading;
  return [
    { kind: "heading", text: words.say("contradictions.resolution") },
    resolution.reason === null
      ? { kind: "note", text: words.say("contradictions.reasonWithheld") }
      : { kind: "prose", paragraphs: body(resolution.reason) },
    facts([[words.say("fields.decidedBy"), [deciderLine(reading, resolution)]]]),
  ];
}

function cutFrom({ words }: Reading, { from, paragraphs }: Statement): Value {
  const where =
    paragraphs === null
      ? words.say("wholeText")
      : words.say("paragraphsOf", { numbers: paragraphs.join(", ") });
  return [[code(from.code), muted(` · ${where}`)]];
}

/** A decider by role and case code, never by name. */
export function deciderLine(
  { words }: Reading,
  decider: { role: string; caseCode: string; at: string },
): Value[number] {
  return [
    plain(`${words.maybe(`roles.${decider.role}`) ?? decider.role} `),
    code(decider.caseCode),
    muted(` · ${words.day(decider.at)}`),
  ];
}

/** Which two statements cannot both be right as they stand, and what became of it. */
export function betweenSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return {
    id: "statementContradictions",
    title: words.say("between.title"),
    opensPage: false,
    intro: [words.say("between.intro")],
    empty: words.say("between.empty"),
    records: [],
    table: {
      kind: "table",
      columns: [
        { head: words.say("between.code"), share: 3 },
        { head: words.say("between.statements"), share: 4 },
        { head: words.say("between.what"), share: 4 },
        { head: words.say("between.words"), share: 9 },
      ],
      rows: dossier.statementContradictions.map((it) => [
        codes([it.code]),
        codes([it.statementCode, it.otherStatementCode]),
        [
          [plain(words.say(`between.kind.${it.kind}`))],
          [muted(words.say(`between.state.${it.state}`))],
          ...(it.material === null
            ? []
            : [[muted(words.say(it.material ? "between.material" : "between.immaterial"))]]),
        ],
        [it.note, it.reason].flatMap((text) => (text === null ? [] : line(text))),
      ]),
    },
  };
}

/** Which statement bears on which facet, and why. */
export function evidenceSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return {
    id: "evidenceLinks",
    title: words.say("evidenceLinks.title"),
    opensPage: false,
    intro: [words.say("evidenceLinks.intro")],
    empty: words.say("evidenceLinks.empty"),
    records: [],
    table: {
      kind: "table",
      columns: [
        { head: words.say("fields.link"), share: 3 },
        { head: words.say("fields.statement"), share: 3 },
        { head: words.say("fields.allegation"), share: 3 },
        { head: words.say("fields.facetStance"), share: 4 },
        { head: words.say("fields.rationale"), share: 7 },
      ],
      rows: dossier.evidenceLinks.map((link) => [
        codes([link.code]),
        codes([link.statementCode]),
        codes([link.allegationCode]),
        [[plain(words.term("facet", link.facet))], [muted(words.term("stance", link.stance))]],
        line(link.rationale),
      ]),
    },
  };
}

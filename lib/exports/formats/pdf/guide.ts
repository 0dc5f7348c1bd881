import {
  BASES,
  DETERMINATION_LEVELS,
  PLAUSIBILITIES,
  RELIABILITIES,
  STANDARDS_OF_PROOF,
  TESTIMONY_CORROBORATIONS,
} from "#lib/corroboration/vocabulary.ts";
import { TEXT_BASES } from "#lib/codebook/vocabulary.ts";
import type { Reading } from "./reading.ts";
import {
  body,
  code,
  line,
  plain,
  strong,
  type Block,
  type RecordView,
  type SectionView,
  type TableBlock,
} from "./view.ts";

/** How to read the dossier: what its words, codes and scales mean, what it does not hold, how to check it. */
export function guideSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  const chapter = (title: string, ...blocks: Block[]): RecordView => ({
    code: null,
    title: [plain(title)],
    aside: null,
    badges: [],
    blocks,
  });
  const prose = (key: string): Block => ({ kind: "prose", paragraphs: body(words.say(key), words.language) });
  return {
    id: "guide",
    title: words.say("guide.title"),
    opensPage: true,
    intro: [words.say("guide.intro")],
    empty: "",
    records: [
      chapter(words.say("guide.alleged.title"), prose("guide.alleged.text")),
      chapter(words.say("guide.codes.title"), prose("guide.codes.text")),
      chapter(
        words.say("guide.text.title"),
        prose("guide.text.text"),
        termTable(reading, "textBasis", TEXT_BASES),
      ),
      chapter(
        words.say("guide.status.title"),
        prose("guide.status.text"),
        pairs(
          reading,
          TESTIMONY_CORROBORATIONS.map((id) => [
            words.say(`corroboration.${id}.label`),
            words.say(`corroboration.${id}.definition`),
          ]),
        ),
      ),
      chapter(
        words.say("guide.levels.title"),
        prose("guide.levels.text"),
        pairs(
          reading,
          DETERMINATION_LEVELS.map((id) => [
            `${id} · ${words.say(`level.${id}.label`)}`,
            words.say(`level.${id}.definition`),
          ]),
        ),
        prose("guide.levels.standards"),
        {
          kind: "prose",
          paragraphs: STANDARDS_OF_PROOF.flatMap((id) =>
            body(`• ${words.say(`standard.${id}`)}`, words.language),
          ),
        },
      ),
      chapter(
        words.say("guide.knowledge.title"),
        prose("guide.knowledge.text"),
        termTable(reading, "basis", BASES),
      ),
      chapter(
        words.say("guide.reliability.title"),
        prose("guide.reliability.text"),
        termTable(reading, "reliability", RELIABILITIES),
        termTable(reading, "plausibility", PLAUSIBILITIES.map(String)),
      ),
      chapter(words.say("guide.figures.title"), prose("guide.figures.text")),
      chapter(words.say("guide.signs.title"), prose("guide.signs.text")),
      chapter(words.say("guide.limits.title"), prose("guide.limits.text"), {
        kind: "prose",
        paragraphs: dossier.export.limitations.flatMap((id) =>
          body(`• ${words.say(`limitations.${id}`)}`, words.language),
        ),
      }),
      chapter(words.say("guide.check.title"), prose("guide.check.text")),
    ],
    table: null,
  };
}

function termTable({ words }: Reading, list: string, ids: readonly string[]): TableBlock {
  const coded = list !== "textBasis";
  return {
    kind: "table",
    columns: [
      { head: words.say("guide.word"), share: 4 },
      { head: words.say("guide.meaning"), share: 9 },
    ],
    rows: ids.map((id) => [
      [[...(coded ? [code(id), plain(" ")] : []), strong(words.term(list, id))]],
      line(words.definition(list, id)),
    ]),
  };
}

function pairs({ words }: Reading, rows: readonly (readonly [string, string])[]): TableBlock {
  return {
    kind: "table",
    columns: [
      { head: words.say("guide.word"), share: 4 },
      { head: words.say("guide.meaning"), share: 9 },
    ],
    rows: rows.map(([word, meaning]) => [[[strong(word)]], line(meaning)]),
  };
}

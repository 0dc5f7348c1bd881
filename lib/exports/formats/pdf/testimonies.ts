import type { Dossier } from "../../dossier.ts";
import { statementTable } from "./evidence.ts";
import type { Reading } from "./reading.ts";
import {
  body,
  code,
  directionOf,
  facts,
  line,
  muted,
  plain,
  type Badge,
  type Block,
  type RecordView,
  type SectionView,
  type Value,
} from "./view.ts";

type Testimony = Dossier["testimonies"][number];

/** Every account: paragraphs numbered for life, the original beside its translation, and what was cut from it. */
export function testimonySection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return {
    id: "testimonies",
    title: words.say("testimonies.title"),
    intro: [words.say("testimonies.intro")],
    empty: words.say("testimonies.empty"),
    opensPage: true,
    records: dossier.testimonies.map((testimony) => testimonyRecord(reading, testimony)),
    table: null,
  };
}

function testimonyRecord(reading: Reading, testimony: Testimony): RecordView {
  const { words, dossier } = reading;
  const statements = dossier.statements.filter(
    ({ from }) => from.kind === "testimony" && from.code === testimony.code,
  );
  const blocks: Block[] = [testimonyFacts(reading, testimony), parallel(reading, testimony)];
  if (testimony.textBasis !== "verbatim")
    blocks.splice(1, 0, { kind: "note", text: words.say(`textBasisNote.${testimony.textBasis}`) });
  if (statements.length > 0) {
    blocks.push(
      { kind: "heading", text: words.say("testimonies.statements") },
      statementTable(reading, statements),
    );
  }
  return {
    code: testimony.code,
    title: [plain(testimony.title)],
    aside: null,
    badges: badges(reading, testimony),
    blocks,
  };
}

function badges({ words }: Reading, testimony: Testimony): Badge[] {
  const tones = {
    corroborated: "firm",
    partly_corroborated: "neutral",
    uncorroborated: "open",
    not_assessed: "open",
    contested: "warning",
  } as const;
  return [
    {
      text: words.say(`corroboration.${testimony.corroboration}.label`),
      tone: tones[testimony.corroboration],
    },
    { text: words.term("textBasis", testimony.textBasis), tone: "neutral" },
  ];
}

function testimonyFacts(reading: Reading, testimony: Testimony): Block {
  const { words } = reading;
  return facts([
    [words.say("fields.version"), String(testimony.version)],
    [words.say("fields.kind"), kindLine(reading, testimony)],
    [words.say("fields.witness"), testimony.witnessCode === null ? null : [[code(testimony.witnessCode)]]],
    [
      words.say("fields.source"),
      testimony.sourceCode === null ? null : [reading.refer(testimony.sourceCode)],
    ],
    [words.say("fields.publishedBy"), reading.referAll(testimony.publisherCodes)],
    [
      words.say("fields.language"),
      testimony.language === null ? words.say("unknown") : words.languageName(testimony.language),
    ],
    [words.say("fields.taken"), takenOrUnknown(reading, testimony)],
    [
      words.say("fields.present"),
      testimony.present.map(({ role, code: person, description }) => [
        plain(words.term("presentRole", role)),
        ...(person === null ? [] : [plain(" "), code(person)]),
        ...(description === null ? [] : [muted(` · ${description}`)]),
      ]),
    ],
    [words.say("fields.heardBefore"), heardLines(reading, testimony)],
    [words.say("fields.interview"), interviewLines(reading, testimony)],
    [
      words.say("fields.consent"),
      testimony.consent.map(({ purpose, answer }) => [
        plain(
          words.say("consentLine", {
            purpose: words.maybe(`consentPurpose.${purpose}`) ?? purpose,
            answer: words.say(`consentAnswer.${answer}`),
          }),
        ),
      ]),
    ],
    [words.say("fields.incidents"), incidentLines(reading, testimony)],
    [words.say("fields.allegedSuspects"), suspectLines(reading, testimony)],
  ]);
}

function heardLines({ words }: Reading, { heardBefore }: Testimony): Value {
  return (heardBefore ?? []).map(({ question, answer, words: said, askedBy }) => [
    plain(
      `${words.maybe(`heardQuestion.${question}`) ?? question} ${words.maybe(`heardAnswer.${answer}`) ?? answer}`,
    ),
    ...askedBy.map((kind) => muted(` · ${words.maybe(`earlierAsker.${kind}`) ?? kind}`)),
    ...(said === null ? [] : [muted(` · ${said}`)]),
  ]);
}

/** How the interview went; leading questions stand as they were put, under their number. */
function interviewLines({ words }: Reading, { interview }: Testimony): Value {
  if (interview === null) return [];
  const wall = (time: string) => `${words.date(time.slice(0, 10))}, ${time.slice(11)}`;
  const named = (branch: string, id: string | null) => id && (words.maybe(`${branch}.${id}`) ?? id);
  const line = (key: string, text: string | null) =>
    text === null || text === "" ? [] : [[plain(words.say(`interviewLine.${key}`, { text }))]];
  const { placeType, startedAt, endedAt, breaks, leadingQuestions } = interview;
  const told = interview.informedOf.map((part) => ` · ${named("informedPart", part)}`).join("");
  return [
    ...line("began", startedAt && wall(startedAt)),
    ...line("ended", endedAt && wall(endedAt)),
    ...breaks.flatMap(({ from, to }) => line("break", `${wall(from)} – ${to === null ? "" : wall(to)}`)),
    ...line("place", placeType && words.term("interviewPlace", placeType)),
    ...line("recording", named("recordingAnswer", interview.recording)),
    ...line("informed", interview.informed && `${named("informedAnswer", interview.informed)}${told}`),
    ...line("freeRecall", named("recordedAnswer", interview.freeRecall)),
    ...line("support", named("supportAnswer", interview.support)),
    ...line("leading", String(leadingQuestions.length)),
    ...leadingQuestions.map((question) => [muted(`“${question}”`)]),
  ];
}

function kindLine({ words }: Reading, testimony: Testimony): string {
  const kind = words.term("testimonyKind", testimony.kind);
  return testimony.voice === null ? kind : `${kind} · ${words.term("voice", testimony.voice)}`;
}

function takenOrUnknown(reading: Reading, { taken }: Testimony): Value {
  const when = reading.when(taken);
  return when.length > 0 ? when : line(reading.words.say("unknown"));
}

/** Each incident told of, and how the account speaks of it. */
function incidentLines(reading: Reading, { code: own, incidentCodes }: Testimony): Value {
  const { words, dossier } = reading;
  const links = dossier.links.filter(
    ({ kind, fromCode }) => kind === "testimony_incident" && fromCode === own,
  );
  return incidentCodes.map((incidentCode) => [
    ...reading.refer(incidentCode),
    ...links.flatMap(({ toCode, role, note }) =>
      toCode !== incidentCode
        ? []
        : [
            ...(role === null ? [] : [muted(` · ${words.term("testimonyIncidentRelation", role)}`)]),
            ...(note === null ? [] : [muted(` · ${note}`)]),
          ],
    ),
  ]);
}

function suspectLines(reading: Reading, testimony: Testimony): Value {
  const { words } = reading;
  return testimony.allegedSuspects.flatMap(({ actorCode, role, ...link }) => [
    [...reading.refer(actorCode), muted(` · ${words.term("testimonySuspectRole", role)}`)],
    ...reading.grounds(link),
  ]);
}

/** Columns in the reader's language first, so that a page opens on words the reader knows; the original is marked. */
function parallel({ words }: Reading, testimony: Testimony): Block {
  const original = {
    head: {
      label: [
        plain(`${words.say("testimonies.original")} · `),
        plain(
          testimony.language === null ? words.say("languageUnknown") : words.languageName(testimony.language),
        ),
      ],
      original: true,
    },
    cell: (paragraph: Testimony["paragraphs"][number]) =>
      body(paragraph.original, testimony.language ?? undefined),
  };
  const numbers = testimony.paragraphs.map(({ number }) => String(number));
  const { translation } = testimony;
  if (translation === null) {
    return {
      kind: "parallel",
      heads: [original.head],
      dir: directionOf(testimony.paragraphs[0]?.original ?? ""),
      rows: testimony.paragraphs.map((paragraph, index) => ({
        number: numbers[index] ?? "",
        cells: [original.cell(paragraph)],
      })),
    };
  }
  const translated = {
    head: {
      label: [
        plain(`${words.say("testimonies.translation")} · ${words.languageName(translation.language)} · `),
        plain(translation.translator),
      ],
      original: false,
    },
    cell: (paragraph: Testimony["paragraphs"][number]) =>
      paragraph.translation === null
        ? body(words.say("testimonies.notTranslated"), words.language)
        : body(paragraph.translation, translation.language),
  };
  const readable = (tag: string | null) => tag?.split("-")[0] === words.language;
  const order =
    readable(translation.language) && !readable(testimony.language)
      ? [translated, original]
      : [original, translated];
  return {
    kind: "parallel",
    heads: order.map(({ head }) => head),
    dir: null,
    rows: testimony.paragraphs.map((paragraph, index) => ({
      number: numbers[index] ?? "",
      cells: order.map(({ cell }) => cell(paragraph)),
    })),
  };
}

import type { Dossier } from "../../dossier.ts";
import type { DossierLanguage } from "../../vocabulary.ts";
import { wordsOf, type DossierLabels } from "../words.ts";
import { betweenSection, contradictionSection, evidenceSection, otherStatementSection } from "./evidence.ts";
import { findingSection, suspectSection } from "./findings.ts";
import { ARABIC_FONT, LATIN_FONT, type FontFamily } from "./fonts.ts";
import { guideSection } from "./guide.ts";
import { incidentSection } from "./incidents.ts";
import { readingOf, type Reading } from "./reading.ts";
import {
  figureSection,
  linkSection,
  mediaSection,
  placeSection,
  proceedingSection,
  sourceSection,
  withheldSection,
} from "./registers.ts";
import { testimonySection } from "./testimonies.ts";
import { code, line, plain, type Value, type VolumeView } from "./view.ts";
import type { Book } from "./volumes.ts";

/** The whole dossier as a book in one language, before it is cut into volumes. */
export function bookOf(
  dossier: Dossier,
  labels: DossierLabels,
  language: DossierLanguage,
  arabicFont: FontFamily = ARABIC_FONT,
): Book {
  const reading = readingOf(dossier, wordsOf(language, labels));
  const { words } = reading;
  const sections = [
    guideSection(reading),
    incidentSection(reading),
    testimonySection(reading),
    suspectSection(reading),
    findingSection(reading),
    contradictionSection(reading),
    betweenSection(reading),
    otherStatementSection(reading),
    evidenceSection(reading),
    figureSection(reading),
    mediaSection(reading),
    proceedingSection(reading),
    linkSection(reading),
    placeSection(reading),
    sourceSection(reading),
    withheldSection(reading),
  ];
  return { sections, continued: words.say("continued"), frame: frameOf(reading, arabicFont) };
}

function frameOf(reading: Reading, arabicFont: FontFamily): Book["frame"] {
  const { words, dossier } = reading;
  const { export: order } = dossier;
  const caseTitle = words.language === "ar" ? (order.caseTitleAr ?? order.caseTitle) : order.caseTitle;
  const otherTitle = words.language === "ar" ? order.caseTitle : order.caseTitleAr;
  return {
    language: words.language,
    fonts: { latin: LATIN_FONT.family, arabic: arabicFont.family },
    document: {
      title: `${words.say("name")} ${order.caseCode} · ${order.code}`,
      created: createdParts(order.createdAt),
    },
    training: order.training ? words.say("training") : null,
    header: { start: [code(order.caseCode), plain(` ${caseTitle}`)], end: [code(order.code)] },
    footer: { notice: words.say("notGuilt"), volume: words.say("volume"), page: words.say("page") },
    cover: {
      kicker: words.say("name"),
      title: [plain(caseTitle)],
      subtitle: otherTitle === null || otherTitle === caseTitle ? null : [plain(otherTitle)],
      volume: words.say("volume"),
      notices: noticesOf(reading),
      facts: coverFacts(reading),
      volumes: { title: words.say("cover.volumes"), rows: [] },
    },
    contentsTitle: words.say("contents"),
  };
}

function noticesOf({ words, dossier }: Reading): VolumeView["cover"]["notices"] {
  const notices = [
    { title: words.say("cover.notGuiltTitle"), text: words.say("cover.notGuiltText") },
    { title: words.say("cover.careTitle"), text: words.say("cover.careText") },
  ];
  const training = { title: words.say("cover.trainingTitle"), text: words.say("cover.trainingText") };
  return dossier.export.training ? [training, ...notices] : notices;
}

function coverFacts(reading: Reading): VolumeView["cover"]["facts"] {
  const { words, dossier } = reading;
  const { export: order } = dossier;
  const versions = [
    ...new Set(
      dossier.findings.flatMap(({ algorithmVersion, codebookVersion }) => [
        algorithmVersion,
        codebookVersion,
      ]),
    ),
  ];
  const rows: [string, Value | null][] = [
    [words.say("cover.case"), [[code(order.caseCode)]]],
    [words.say("cover.export"), [[code(order.code)]]],
    [
      words.say("cover.created"),
      line(`${words.day(order.createdAt)} · ${order.createdAt.slice(11, 16)} UTC`),
    ],
    [
      words.say("cover.requestedBy"),
      [
        [
          plain(`${words.maybe(`roles.${order.requestedByRole}`) ?? order.requestedByRole} `),
          code(order.requestedByCode),
        ],
      ],
    ],
    [words.say("cover.organisation"), order.organisation === null ? null : line(order.organisation)],
    [words.say("cover.purpose"), order.purpose === null ? null : line(order.purpose)],
    [words.say("cover.profile"), line(words.say("cover.profileJ2"))],
    [words.say("cover.versions"), versions.length === 0 ? null : versions.map((version) => [code(version)])],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

/** Year to second in UTC, for the document's own date. */
function createdParts(instant: string): number[] {
  const at = new Date(instant);
  return [
    at.getUTCFullYear(),
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  ];
}

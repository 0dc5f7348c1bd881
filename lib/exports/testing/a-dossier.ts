import type { Dossier } from "../dossier.ts";
import { arabicSentences } from "./arabic-sentences.ts";
import { sampleEvidence } from "./sample-evidence.ts";
import { sampleRecord } from "./sample-record.ts";
import { sampleReported } from "./sample-reported.ts";

type Testimony = Dossier["testimonies"][number];

/** A dossier of an invented case, with something in every list; parts can be replaced. */
export function aDossier(changes: Partial<Dossier> = {}): Dossier {
  return {
    format: "attest-dossier/1",
    ...sampleExport,
    ...sampleRecord,
    ...sampleEvidence,
    ...sampleReported,
    testimonies,
    ...changes,
  };
}

/** The same case with as many testimonies as asked for, to fill volumes. */
export function aLongDossier(count: number): Dossier {
  const long = Array.from({ length: count }, (_, index): Testimony => {
    const from = (index * 7) % arabicSentences.length;
    return testimony(`T-${String(index + 100)}`, {
      title: `Account ${index + 1} of the night at Tal Sindian`,
      witnessCode: `W-${String(index + 100)}`,
      paragraphs: paragraphs([...arabicSentences.slice(from), ...arabicSentences.slice(0, from)]),
    });
  });
  return aDossier({ testimonies: [...testimonies, ...long] });
}

const sampleExport: Pick<Dossier, "export"> = {
  export: {
    code: "X-7Q2M",
    createdAt: "2026-03-04T09:15:30Z",
    caseCode: "TR-RUMMAN",
    caseTitle: "Training: the night at Wadi al-Rumman",
    caseTitleAr: "تدريب: ليلة وادي الرمّان",
    training: true,
    requestedByRole: "legal_officer",
    requestedByCode: "p_Lo3",
    profile: "J2",
    languageOrder: ["en", "ar"],
    limitations: [
      "identities_not_included",
      "media_described_not_held",
      "published_accounts_paraphrased",
      "consent_limits",
      "contradictions_unresolved",
      "no_signature",
      "no_trusted_timestamp",
      "pdf_a_not_validated",
    ],
    purpose: "Handover to the invented Regional Court of Sahl al-Naher",
    organisation: "ORG-1",
    contact: "Disclosure desk",
    recipientClass: "domestic_authority",
    consentRulesetVersion: "consent-1",
    auditCheckpoint: null,
  },
};

function paragraphs(texts: readonly string[], translate = true): Testimony["paragraphs"] {
  return texts.map((original, index) => ({
    number: index + 1,
    original,
    translation: translate ? (english[index % english.length] ?? null) : null,
  }));
}

const english = [
  "I was in the house with my siblings when we heard shooting from the northern entrance of the village.",
  "The neighbour told me that they had come into the quarter shortly before dawn; he knew none of them.",
  "The woman saw that the three men were led to the square with their hands tied.",
  "The vehicle with the number 4417 came at 10:30 in the morning and went back at 11:45 by the same road.",
  "I cannot say that I saw their faces; they wore masks, and the light was very poor.",
];

function testimony(code: string, changes: Partial<Testimony>): Testimony {
  return {
    code,
    title: "A night in the lower quarter",
    version: 2,
    kind: "interview",
    voice: "witness",
    textBasis: "verbatim",
    witnessCode: "W-0012",
    sourceCode: null,
    publisherCodes: [],
    language: "ar",
    taken: { edtf: "2031-03-14", wording: "14 March 2031, in the morning" },
    present: [
      { role: "interviewer", code: "p_In1", description: null },
      { role: "support_person", code: null, description: "A colleague of the witness’s choice" },
    ],
    heardBefore: [
      { question: "talked", answer: "yes", words: "with a neighbour, about the hour", askedBy: [] },
      { question: "askedBefore", answer: "yes", words: null, askedBy: ["media"] },
    ],
    interview: {
      placeType: "office",
      startedAt: "2031-03-14T09:00",
      endedAt: "2031-03-14T11:30",
      breaks: [{ from: "2031-03-14T10:00", to: "2031-03-14T10:15" }],
      recording: "audio",
      informed: "in_part",
      informedOf: ["purpose"],
      freeRecall: "yes",
      leadingQuestions: ["They came from the north, did they not?"],
      support: "declined",
    },
    consent: [
      { purpose: "internal_use", answer: "yes" },
      { purpose: "export", answer: "yes" },
    ],
    corroboration: "corroborated",
    translation: { language: "en", translator: "Translator TR-1, checked by a second translator" },
    paragraphs: [],
    incidentCodes: ["I-RUM"],
    allegedSuspects: [
      {
        actorCode: "A-U03",
        role: "named_as_perpetrator",
        basis: "stated_in_account",
        note: "Vehicle markings",
        held: { edtf: null, wording: null },
      },
    ],
    ...changes,
  };
}

const testimonies: Testimony[] = [
  testimony("T-4F7K", { paragraphs: paragraphs(arabicSentences.slice(0, 14)) }),
  testimony("T-8M2D", {
    title: "من الضفة الأخرى",
    witnessCode: "W-0031",
    version: 1,
    corroboration: "contested",
    translation: null,
    paragraphs: paragraphs(arabicSentences.slice(14, 28), false),
    allegedSuspects: [],
  }),
  testimony("T-3KQ9", {
    title: "Morning shift at the clinic",
    witnessCode: "W-0044",
    corroboration: "partly_corroborated",
    textBasis: "notes",
    language: "en",
    translation: { language: "ar", translator: "ترجمة آلية، لم تُراجع" },
    paragraphs: arabicSentences
      .slice(28)
      .map((translation, index) => ({
        number: index === 3 ? 9 : index + 1,
        original: `${english[index % english.length]} The rest of the shift I dressed wounds; I wrote down nothing but the hour.`,
        translation: index === 5 ? null : translation,
      }))
      .filter(({ number }, index, all) => all.findIndex((other) => other.number === number) === index),
    incidentCodes: ["I-RUM", "I-SIN"],
  }),
  testimony("T-PUB1", {
    title: "Bulletin of the Barqal Letter",
    kind: "published_account",
    voice: "monitor",
    textBasis: "paraphrase",
    witnessCode: null,
    sourceCode: "S-LETTER",
    publisherCodes: ["S-LETTER"],
    language: null,
    taken: { edtf: null, wording: null },
    present: [],
    heardBefore: null,
    interview: null,
    consent: [{ purpose: "export", answer: "not_needed" }],
    corroboration: "not_assessed",
    translation: null,
    paragraphs: [
      {
        number: 1,
        original:
          "The page reported that six men had been found dead behind the olive press. It named a voice message as its source.",
        translation: null,
      },
    ],
    allegedSuspects: [
      {
        actorCode: "A-UNK",
        role: "described_not_named",
        basis: null,
        note: null,
        held: { edtf: null, wording: null },
      },
    ],
  }),
];

import { Duplex } from "node:stream";
import { RULESET_VERSION } from "#lib/release/vocabulary.ts";
import type { KeyEntry } from "../rules/named.ts";
import { encryptedTo } from "../rules/recipient-key.ts";
import { DOSSIER_LANGUAGES, type DossierLanguage } from "../vocabulary.ts";
import { type BagResult, type PayloadFile, writeBag } from "./bagit.ts";
import { tableText } from "./csv.ts";
import { type DossierLabels, wordsOf } from "./words.ts";

/** The key to the codes of a bag: how the people behind them are called. */
export interface CodeKey {
  /** Code of the export that the key is. */
  readonly code: string;
  readonly caseCode: string;
  readonly isTraining: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  /** The bag whose codes it opens, by its code and the hash of its file. */
  readonly of: { readonly code: string; readonly sha256: string };
  readonly recipientClass: string;
  /** The language that comes first. */
  readonly language: DossierLanguage;
  readonly entries: readonly KeyEntry[];
}

interface KeyBagRequest {
  readonly key: CodeKey;
  readonly labels: DossierLabels;
  /** The recipient's own public key. */
  readonly recipientKey: string;
  /** Where the file goes; nothing stands there before it is whole. */
  readonly outputPath: string;
  /** What its bytes pass on their way to the disk. */
  readonly through: () => Duplex;
}

const KEY_FORMAT = "attest-code-key-1";

/**
 * Writes the key to the codes of a bag as a bag of its own, encrypted to its recipient: names and codes, and nothing else of
 * anybody. It is encrypted in memory, so that its plain bytes never reach a disk.
 */
export async function writeKeyBag(request: KeyBagRequest): Promise<BagResult> {
  const { key, labels, recipientKey, outputPath, through } = request;
  const rows = key.entries.map(({ code, name, otherNames }) => [code, name, otherNames]);
  const people = key.entries.map(({ code, name, otherNames }) => ({ code, name, otherNames }));
  const whole = { format: KEY_FORMAT, export: key.code, of: key.of, people };
  const payload = [
    textFile("README.txt", readmeOf(key, labels)),
    textFile("key.csv", tableText(["code", "name", "other_names"], rows)),
    textFile("key.json", `${JSON.stringify(whole, null, 1)}\n`),
  ];
  return writeBag({
    name: key.code,
    payload,
    info: infoOf(key),
    at: new Date(key.createdAt),
    outputPath,
    into: () => sealedFor(recipientKey),
    through,
  });
}

const textFile = (path: string, text: string): PayloadFile => ({ path, bytes: Buffer.from(text, "utf8") });

/** What comes in whole goes out encrypted: a key is small, and half of a file is worth nothing to anybody. */
const sealedFor = (recipientKey: string): Duplex =>
  Duplex.from(async function* (source: AsyncIterable<Uint8Array>) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of source) chunks.push(chunk);
    yield await encryptedTo(recipientKey, Buffer.concat(chunks));
  });

/** What it is, to which bag it belongs and how it is kept, in both languages: whoever opens it may read one of them alone. */
function readmeOf({ code, caseCode, of, isTraining, language }: CodeKey, labels: DossierLabels): string {
  const languages = [language, ...DOSSIER_LANGUAGES.filter((one) => one !== language)];
  const texts = languages.map((one) => {
    const words = wordsOf(one, labels);
    return [
      words.say("key.title", { name: words.say("name"), code, case: caseCode }),
      ...(isTraining ? [`*** ${words.say("training")} ***`] : []),
      words.say("key.about", { bag: of.code }),
      words.say("key.hash", { sha256: of.sha256 }),
      words.say("key.holds"),
      words.say("key.apart"),
      words.say("key.filings"),
      words.say("key.others"),
      words.say("tables.formulas"),
    ].join("\n\n");
  });
  return `${texts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

const infoOf = ({ code, caseCode, isTraining, of, recipientClass }: CodeKey): [string, string][] => [
  ["External-Identifier", code],
  [
    "External-Description",
    `${isTraining ? "Training case: " : ""}key to the codes of ${of.code}, to be kept apart`,
  ],
  ["Bag-Group-Identifier", caseCode],
  ["Bag-Count", "1 of 1"],
  ["Redaction-Profile", "J1"],
  ["Recipient-Class", recipientClass],
  ["Consent-Ruleset-Version", RULESET_VERSION],
  ["Key-Of", of.code],
  ["Key-Of-SHA256", of.sha256],
];

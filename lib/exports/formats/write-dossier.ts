import type { Duplex } from "node:stream";
import { proofFiles } from "#lib/audit/proof-files.ts";
import type { EntryProofs } from "#lib/audit/prove-entries.ts";
import { Dossier } from "../dossier.ts";
import { dossierFaults } from "../rules/faults.ts";
import { writeBag, type PayloadFile } from "./bagit.ts";
import { coverText, tablesText, verifyText } from "./cover.ts";
import { dossierTables } from "./csv.ts";
import { renderDossierPdf } from "./pdf.ts";
import type { DossierLabels } from "./words.ts";

/** How far the work is; `done` of `total` within the step, `total` null while it is not known. */
export interface DossierProgress {
  readonly step: "checking" | "pdf" | "packing" | "finished";
  readonly done: number;
  readonly total: number | null;
}

export interface DossierBagRequest {
  readonly dossier: Dossier;
  /** That its entries of the audit log stand in there. */
  readonly proofs: EntryProofs;
  /** The catalogues in every language; `catalogueOf` of each language fits. */
  readonly labels: DossierLabels;
  /** Where the ZIP goes; nothing stands there before it is whole. */
  readonly outputPath: string;
  /** What its bytes pass on their way to the disk. */
  readonly through: () => Duplex;
  readonly onProgress?: (progress: DossierProgress) => void;
  /** The project's folder, below which template and fonts lie; the working directory unless given. */
  readonly root?: string;
  /** The greatest number of pages of a PDF volume. */
  readonly pagesMax?: number;
}

export interface DossierBag {
  /** Of the ZIP as its recipient gets it, lower-case hexadecimal; so is its size. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly files: readonly string[];
  /** How many PDF volumes there are, over all languages. */
  readonly volumes: number;
}

/** Names the rules a bag follows; `docs/verify/bagit-profile.json` holds them. */
const PROFILE = "urn:attest:bagit-profile:dossier:1";

/**
 * Writes a whole dossier as one bag: the dossier itself, tables, PDF volumes, audit events and a cover text. The same
 * dossier gives the same bytes. An interrupted build leaves nothing at `outputPath`.
 * @throws Error when the dossier is malformed or refers to records it neither holds nor names as withheld; the message
 * names codes only
 */
export async function writeDossierBag(request: DossierBagRequest): Promise<DossierBag> {
  const { labels, outputPath, through, onProgress = () => {} } = request;
  onProgress({ step: "checking", done: 0, total: null });
  const dossier = soundDossier(request.dossier);
  const pdfs = await pdfFiles(request, dossier, onProgress);
  onProgress({ step: "packing", done: 0, total: null });
  const payload: PayloadFile[] = [
    textFile("00-cover/README.txt", coverText(dossier, labels)),
    textFile("dossier.json", `${JSON.stringify(dossier, null, 1)}\n`),
    textFile("tables/README.txt", tablesText(dossier, labels)),
    ...dossierTables(dossier).map(({ name, content }) => textFile(`tables/${name}`, content)),
    ...pdfs,
    ...(await auditFiles(request)),
  ];
  const { export: order } = dossier;
  const bag = await writeBag({
    name: order.code,
    payload,
    info: bagInfo(dossier),
    at: new Date(order.createdAt),
    outputPath,
    through,
  });
  onProgress({ step: "finished", done: bag.files.length, total: bag.files.length });
  return { ...bag, volumes: pdfs.length };
}

/** The dossier with its keys in the order of the schema, so that equal content gives equal bytes. */
function soundDossier(value: Dossier): Dossier {
  const parsed = Dossier.safeParse(value);
  if (!parsed.success) {
    const places = parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`The dossier is malformed (${places.join("; ")}).`);
  }
  const faults = dossierFaults(parsed.data);
  if (faults.length > 0) throw new Error(`The dossier is not sound: ${faults.slice(0, 5).join("; ")}.`);
  return parsed.data;
}

async function pdfFiles(
  request: DossierBagRequest,
  dossier: Dossier,
  onProgress: (progress: DossierProgress) => void,
): Promise<PayloadFile[]> {
  const { labels, root, pagesMax } = request;
  const files: PayloadFile[] = [];
  for (const language of dossier.export.languageOrder) {
    onProgress({ step: "pdf", done: files.length, total: null });
    const volumes = await renderDossierPdf({
      dossier,
      labels,
      language,
      ...(root === undefined ? {} : { root }),
      ...(pagesMax === undefined ? {} : { pagesMax }),
      onVolume: ({ volume, volumes: total }) => onProgress({ step: "pdf", done: volume, total }),
    });
    for (const { volume, volumes: total, bytes } of volumes) {
      files.push({
        path: `pdf/${dossier.export.caseCode}_${dossier.export.code}_${language}_${volume}-of-${total}.pdf`,
        bytes,
      });
    }
  }
  return files;
}

/** The entries of the case, with what proves to whoever has the bag and Node that they stand in the log. */
async function auditFiles({ dossier, labels, proofs, root }: DossierBagRequest): Promise<PayloadFile[]> {
  const files = await proofFiles(dossier.auditEvents, proofs, verifyText(dossier, labels), root);
  return files.map(({ path, bytes }) => ({ path: `audit/${path}`, bytes }));
}

function textFile(path: string, text: string): PayloadFile {
  return { path, bytes: Buffer.from(text, "utf8") };
}

/** The lines of `bag-info.txt` that are known; an unknown one is left out. */
function bagInfo({ export: order }: Dossier): [string, string][] {
  const lines: [string, string | null][] = [
    ["Source-Organization", order.organisation],
    ["Contact", order.contact],
    ["External-Identifier", order.code],
    [
      "External-Description",
      `${order.training ? "Training case: " : ""}dossier of alleged facts, not findings of guilt`,
    ],
    ["Bag-Group-Identifier", order.caseCode],
    ["Bag-Count", "1 of 1"],
    ["BagIt-Profile-Identifier", PROFILE],
    ["Redaction-Profile", order.profile],
    ["Recipient-Class", order.recipientClass],
    ["Consent-Ruleset-Version", order.consentRulesetVersion],
    ["Audit-Checkpoint", order.auditCheckpoint],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [[label, value]]));
}

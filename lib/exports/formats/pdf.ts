import { fork } from "node:child_process";
import { join } from "node:path";
import type { Dossier } from "../dossier.ts";
import type { DossierLanguage } from "../vocabulary.ts";
import { bookOf } from "./pdf/book.ts";
import type { PdfJob, PdfVolume } from "./pdf/compile.ts";
import { ARABIC_FONT, fontFolders, fontPaths, LATIN_FONT, type FontFamily } from "./pdf/fonts.ts";
import { mapTexts, showableText } from "./pdf/showable.ts";
import type { PdfAnswer } from "./pdf/worker.ts";
import { wordsOf, type DossierLabels } from "./words.ts";

export interface PdfRequest {
  readonly dossier: Dossier;
  readonly labels: DossierLabels;
  /** The language of everything but the record's own texts; it decides the direction of the pages. */
  readonly language: DossierLanguage;
  /** The greatest number of pages of a volume; court bundles are cut at about 500. */
  readonly pagesMax?: number;
  /** The project's folder, below which template, worker and fonts lie. */
  readonly root?: string;
  /** For comparing fonts; the house font otherwise. */
  readonly arabicFont?: FontFamily;
  /** After which the work is given up, in milliseconds. */
  readonly timeoutMs?: number;
  /** Called with each volume as it is finished. */
  readonly onVolume?: (volume: PdfVolume) => void;
}

const PAGES_MAX = 500;
const TIMEOUT_MS = 15 * 60 * 1000;

/**
 * Sets a dossier as PDF volumes (PDF/A-2b intended), each complete with cover and contents. The same dossier gives the
 * same bytes. The work is done in a process of its own, so that the server stays free and outlives a crash of the
 * compiler (it aborts its process on some malformed texts; those are made harmless before, but never trust native code).
 * @throws Error when the compiler refuses, stops or takes too long; the message never holds text of the record
 */
export async function renderDossierPdf(request: PdfRequest): Promise<PdfVolume[]> {
  const { dossier, labels, language, root = process.cwd(), arabicFont = ARABIC_FONT } = request;
  const families = [LATIN_FONT, arabicFont];
  const showable = showableText(root, families, wordsOf(language, labels).say("unshowable"));
  const job: PdfJob = {
    book: mapTexts(bookOf(dossier, labels, language, arabicFont), showable),
    templates: join(root, "lib/exports/formats/pdf"),
    fontFolders: fontFolders(root, families),
    arabicFontFiles: fontPaths(root, arabicFont),
    pagesMax: request.pagesMax ?? PAGES_MAX,
  };
  return await inOwnProcess(job, root, request.timeoutMs ?? TIMEOUT_MS, request.onVolume ?? (() => {}));
}

function inOwnProcess(
  job: PdfJob,
  root: string,
  timeoutMs: number,
  onVolume: (volume: PdfVolume) => void,
): Promise<PdfVolume[]> {
  // Started by path, not by import: a bundler must leave the worker where Node finds its modules.
  const child = fork(join(/* turbopackIgnore: true */ root, "lib/exports/formats/pdf/worker.ts"), [], {
    cwd: root,
    execArgv: [],
    serialization: "advanced",
    // A crash report of the compiler would hold text of the record.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { NODE_ENV: "production", TZ: "UTC" },
  });
  return new Promise((resolve, reject) => {
    const volumes: PdfVolume[] = [];
    const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    let outcome: "done" | Error | null = null;
    child.on("message", (message: PdfAnswer) => {
      if (message.kind === "volume") {
        volumes.push(message.volume);
        onVolume(message.volume);
      } else outcome = message.kind === "done" ? "done" : new Error(message.reason);
    });
    child.on("error", (error) => {
      outcome = error;
    });
    child.once("close", (exitCode, signal) => {
      clearTimeout(timer);
      if (outcome === "done") resolve(volumes);
      else reject(outcome ?? new Error(`The PDF compiler stopped (${signal ?? `exit ${exitCode}`}).`));
    });
    child.send(job);
  });
}

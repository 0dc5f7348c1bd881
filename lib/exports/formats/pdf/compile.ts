import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { arabicWord } from "../text-layer/clusters.ts";
import { sourceFont } from "../text-layer/embedded-fonts.ts";
import { postScriptName } from "../text-layer/postscript-name.ts";
import { repairTextLayer, type DocumentText } from "../text-layer/repair.ts";
import { readSfnt } from "../text-layer/sfnt.ts";
import type { SectionView, VolumeView } from "./view.ts";
import { cutSections, volumeViews, type Book } from "./volumes.ts";

/** What the compiling process is told. */
export interface PdfJob {
  readonly book: Book;
  /** The folder of the template. */
  readonly templates: string;
  readonly fontFolders: readonly string[];
  /** The files of the Arabic family, whose text layer is repaired. */
  readonly arabicFontFiles: readonly string[];
  readonly pagesMax: number;
}

/** A finished volume. */
export interface PdfVolume {
  readonly volume: number;
  readonly volumes: number;
  readonly pages: number;
  readonly bytes: Uint8Array;
}

/** The weight that about fills a page; only a first guess, corrected by what the first attempt measures. */
const WEIGHT_OF_A_PAGE = 4000;
/** How full the longest of several volumes should be, and how often to try for it. */
const FULL_ENOUGH = 0.75;
const ATTEMPTS_MAX = 8;

/**
 * Sets a book in as many volumes as it needs. Runs in a process of its own: the compiler is native code, takes its
 * time, and ends the whole process when it meets a text it cannot bear.
 * @param done called with each finished volume, in order
 */
export async function compileBook(job: PdfJob, done: (volume: PdfVolume) => Promise<void>): Promise<void> {
  const set = fittingVolumes(job);
  const fonts = job.arabicFontFiles.map((file) => {
    const bytes = readFileSync(file);
    return sourceFont(postScriptName(readSfnt(bytes)), bytes);
  });
  for (const [index, { view, pages, bytes }] of set.entries()) {
    const repaired = repairTextLayer(bytes, fonts, textOf(view));
    await done({ volume: index + 1, volumes: set.length, pages, bytes: repaired });
  }
}

interface SetVolume {
  readonly view: VolumeView;
  readonly pages: number;
  readonly bytes: Uint8Array;
}

/** Cuts, sets, and cuts again finer or coarser until the longest volume is short enough and well filled. */
function fittingVolumes(job: PdfJob): SetVolume[] {
  const { sections, continued } = job.book;
  let weightMax = WEIGHT_OF_A_PAGE * job.pagesMax;
  let best: SetVolume[] | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const cut = cutSections(sections, weightMax, continued);
    const set = volumeViews(job.book, cut).map((view) => setVolume(job, view));
    const fits = set.every(({ view, pages }) => pages <= job.pagesMax || piecesIn(view.sections) <= 1);
    const longest = Math.max(...set.map(({ pages }) => pages));
    if (fits && (best === null || set.length < best.length)) best = set;
    const wellFilled = fits && (set.length === 1 || longest >= FULL_ENOUGH * job.pagesMax);
    if (best !== null && (wellFilled || attempt >= ATTEMPTS_MAX)) return best;
    weightMax *= (job.pagesMax / longest) * 0.95;
  }
}

function piecesIn(sections: readonly SectionView[]): number {
  return sections.reduce((sum, { records, table }) => sum + records.length + (table?.rows.length ?? 0), 0);
}

function compilerFor({ templates, fontFolders }: PdfJob): NodeCompiler {
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [...fontFolders] }] });
}

function setVolume(job: PdfJob, view: VolumeView): SetVolume {
  const compiler = compilerFor(job);
  const compiled = compiler.compile({
    mainFilePath: join(job.templates, "dossier.typ"),
    inputs: { volume: JSON.stringify(view) },
  });
  const document = compiled.result;
  if (!document) throw new Error(reasonWithoutText(compiler, compiled.takeDiagnostics()));
  const bytes = compiler.pdf(document, { pdfStandard: "a-2b" });
  compiler.evictCache(0);
  return { view, pages: document.numOfPages, bytes };
}

/** All letters and all Arabic words of a volume. */
function textOf(view: VolumeView): DocumentText {
  const text = JSON.stringify(view).normalize("NFC");
  return { alphabet: new Set(text), words: new Set(text.match(arabicWord) ?? []) };
}

/** The compiler quotes the text it failed on; a message must not carry it into a log. */
function reasonWithoutText(
  compiler: NodeCompiler,
  diagnostics: Parameters<NodeCompiler["fetchDiagnostics"]>[0] | null,
): string {
  const [first] = diagnostics ? (compiler.fetchDiagnostics(diagnostics) as { message?: unknown }[]) : [];
  const message =
    typeof first?.message === "string" ? first.message.replaceAll(/"[^]*"|`[^]*`/g, "…") : "no reason given";
  return `The PDF template was refused: ${message}`;
}

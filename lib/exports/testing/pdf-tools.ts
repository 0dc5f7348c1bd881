import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs one of the Poppler programs on a PDF; says how to install them when they are missing. */
function poppler<T>(
  program: string,
  bytes: Uint8Array,
  use: (run: (...options: string[]) => string, folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "attest-pdf-"));
  try {
    const file = join(folder, "in.pdf");
    writeFileSync(file, bytes);
    const run = (...options: string[]) => {
      const placed = options.map((option) => option.replace("IN", file).replace("OUT", join(folder, "out")));
      return execFileSync(program, placed, {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        stdio: ["ignore", "pipe", "pipe"],
      });
    };
    return use(run, folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Error(
        `${program} is missing. Install it: apt-get install poppler-utils (Debian, Ubuntu) or brew install poppler (macOS).`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const DIRECTION_MARKS = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** The text of a PDF as a reader copies or searches it, one string a page, in Unicode form NFC. */
export function pdfPages(bytes: Uint8Array): string[] {
  const text = poppler("pdftotext", bytes, (run) => run("-enc", "UTF-8", "IN", "-"));
  const pages = text.replaceAll(DIRECTION_MARKS, "").normalize("NFC").split("\f");
  return pages.slice(0, -1);
}

export const pdfText = (bytes: Uint8Array): string => pdfPages(bytes).join("\n");

/** The rows of `pdffonts` below its head. */
export function pdfFonts(bytes: Uint8Array): string[] {
  return poppler("pdffonts", bytes, (run) => run("IN"))
    .trim()
    .split("\n")
    .slice(2);
}

/** `pdfinfo` as a map from its labels. */
export function pdfInfo(bytes: Uint8Array): Map<string, string> {
  const lines = poppler("pdfinfo", bytes, (run) => run("IN"))
    .trim()
    .split("\n");
  return new Map(lines.map((line) => [line.split(":")[0] ?? "", line.slice(line.indexOf(":") + 1).trim()]));
}

/** The grey values of one page, row by row. */
export function pdfPixels(bytes: Uint8Array, page: number): Uint8Array {
  return poppler("pdftoppm", bytes, (run, folder) => {
    run("-gray", "-r", "110", "-f", String(page), "-l", String(page), "-singlefile", "IN", "OUT");
    const image = readFileSync(join(folder, "out.pgm"));
    return image.subarray(
      /^P5\s+\d+ \d+\s+255\s/.exec(image.subarray(0, 40).toString("latin1"))?.[0].length ?? 0,
    );
  });
}

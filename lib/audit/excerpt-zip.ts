/** An excerpt of the log as a ZIP that whoever has Node can verify. */
import type { Readable } from "node:stream";
import yazl from "yazl";
import { LOCALES } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { type ProofFile, proofFiles } from "./proof-files.ts";
import type { EntryProofs } from "./prove-entries.ts";

/**
 * @param excerpt entries as they were hashed, in their order, and their proofs
 * @param name of the only folder in it
 */
export async function excerptZip(
  excerpt: { lines: readonly string[]; proofs: EntryProofs },
  name: string,
): Promise<Readable> {
  const zip = new yazl.ZipFile();
  for (const { path, bytes } of await proofFiles(excerpt.lines, excerpt.proofs, guide()))
    zip.addBuffer(asBuffer(bytes), `${name}/${path}`, { mode: 0o100644 });
  zip.end();
  return zip.outputStream as Readable;
}

const asBuffer = (bytes: ProofFile["bytes"]): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** How to verify it, in every language: nobody knows who will. */
function guide(): string {
  const parts = LOCALES.map((locale) => {
    const t = translatorFor(locale, "audit");
    return [
      `# ${t("excerpt.guide.title")}`,
      t("excerpt.guide.about"),
      t("excerpt.guide.run"),
      "    node verify.mjs . --key VKEY",
      t("excerpt.guide.key"),
      t("excerpt.guide.limits"),
    ].join("\n\n");
  });
  return `${parts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

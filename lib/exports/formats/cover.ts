import { DOSSIER_FORMAT, type Dossier } from "../dossier.ts";
import { wordsOf, type DossierLabels, type Words } from "./words.ts";

/** The commands of the cover's text; a test runs them on a bag. */
export const CHECK_WITH_TOOLS = [
  "sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt",
  "sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt",
];
export const CHECK_WITH_PYTHON = `python3 - <<'END'
import hashlib, sys
bad = 0
for algorithm in ("sha256", "sha512"):
    for kind in ("manifest", "tagmanifest"):
        for line in open(f"{kind}-{algorithm}.txt", encoding="utf-8"):
            checksum, path = line.rstrip("\\n").split("  ", 1)
            path = path.replace("%0A", "\\n").replace("%0D", "\\r").replace("%25", "%")
            with open(path, "rb") as file:
                if hashlib.new(algorithm, file.read()).hexdigest() != checksum:
                    bad += 1
                    print("CHANGED:", path)
print("whole" if bad == 0 else "NOT whole")
sys.exit(bad > 0)
END`;
const CHECK_WHOLE = "python3 check-bag.py <folder or ZIP>";

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");

/** `data/00-cover/README.txt`: what the bag is, what it holds and how to check it, in every language of the dossier. */
export function coverText(dossier: Dossier, labels: DossierLabels): string {
  return inLanguages(dossier, labels, (words) => coverLines(dossier, words));
}

/** `data/tables/README.txt`: how the tables are written and how to undo what protects the reader. */
export function tablesText(dossier: Dossier, labels: DossierLabels): string {
  return inLanguages(dossier, labels, (words) => [
    words.say("tables.about"),
    words.say("tables.formulas"),
    words.say("tables.import"),
  ]);
}

/** `data/audit/VERIFY.md`: how to verify the entries of the log, what that proves and what it does not. */
export function verifyText(dossier: Dossier, labels: DossierLabels): string {
  return inLanguages(dossier, labels, (words) => [
    `# ${words.say("verify.title")}`,
    words.say("verify.about"),
    words.say("verify.run"),
    indented("node verify.mjs . --key VKEY"),
    words.say("verify.key"),
    words.say("verify.limits"),
  ]);
}

function inLanguages(dossier: Dossier, labels: DossierLabels, write: (words: Words) => string[]): string {
  const texts = dossier.export.languageOrder.map((language) => write(wordsOf(language, labels)).join("\n\n"));
  return `${texts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

function coverLines({ export: order }: Dossier, words: Words): string[] {
  const bullets = (lines: readonly string[]) => lines.map((line) => `* ${line}`).join("\n");
  const title = words.say("readme.title", {
    name: words.say("name"),
    export: order.code,
    case: order.caseCode,
  });
  return [
    title,
    ...(order.training ? [`*** ${words.say("training")} ***`] : []),
    words.say("readme.about"),
    words.say("readme.holds"),
    bullets([
      words.say("readme.fileDossier", { format: DOSSIER_FORMAT }),
      words.say("readme.filePdf"),
      words.say("readme.fileTables"),
      words.say("readme.fileAudit"),
    ]),
    words.say("readme.check"),
    words.say("readme.checkWith"),
    indented(CHECK_WITH_TOOLS.join("\n")),
    words.say("readme.checkOne"),
    indented(CHECK_WITH_PYTHON),
    words.say("readme.checkWhole"),
    indented(CHECK_WHOLE),
    words.say("readme.checkHash"),
    words.say("readme.limits"),
    bullets(order.limitations.map((id) => words.say(`limitations.${id}`))),
  ];
}

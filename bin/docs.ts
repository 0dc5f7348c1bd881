/** Writes the documents that are derived from the program: docs/access.md, docs/commands.md, docs/settings.md; and the vectors of the audit log. */
import { writeFileSync } from "node:fs";
import { derivedDocs } from "../docs/derived.ts";

for (const [path, text] of Object.entries(derivedDocs())) {
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}

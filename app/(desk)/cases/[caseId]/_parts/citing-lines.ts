import type { CitingKind, CitingLine } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import { describer } from "./describe.ts";

const PATHS = { allegation: "allegations", finding: "findings", testimony: "testimonies" } as const;

/** A record that cites another, as a line of a list. */
export async function citingLines(caseId: string) {
  const [t, codebook, describe] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    describer(),
  ]);
  return (kind: CitingKind, line: CitingLine) => ({
    id: line.id,
    href: `/cases/${caseId}/${PATHS[kind]}/${line.id}`,
    code: line.code,
    label: line.facet === null ? line.label : codebook(`facet.${line.facet}.label`),
    detail:
      line.status === null
        ? line.edtf === null
          ? ""
          : describe(line.edtf)
        : t(`status.${line.status}.label`),
  });
}
